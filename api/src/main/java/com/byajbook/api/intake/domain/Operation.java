package com.byajbook.api.intake.domain;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What can be accepted. The names are stored and are part of every resource id: they never change. */
public enum Operation {
    APPLY_FOR_LOAN("apply-for-loan"),
    ACCEPT_OFFER("accept-offer"),
    CANCEL_LOAN("cancel-loan"),
    COMMIT_FUNDS("commit-funds"),
    SET_AUTOPAY("set-autopay"),
    DEPOSIT_TO_WALLET("deposit-to-wallet"),
    INITIATE_PAYMENT("initiate-payment"),
    UPI_CALLBACK("upi-callback");

    private static final Map<String, Operation> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(Operation::stored, Function.identity()));

    private final String stored;

    Operation(String stored) {
        this.stored = stored;
    }

    /** The operation that is stored under a name. */
    public static Operation of(String stored) {
        Operation operation = BY_NAME.get(stored);
        if (operation == null) {
            throw new IllegalArgumentException("no operation is stored as " + stored);
        }
        return operation;
    }

    /** The name in the table and in resource ids. */
    public String stored() {
        return stored;
    }
}
