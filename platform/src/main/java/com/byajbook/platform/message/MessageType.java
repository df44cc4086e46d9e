package com.byajbook.platform.message;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every contract with its name on the wire, its kind and its routing key. */
public enum MessageType {
    APPLY_FOR_LOAN(Kind.COMMAND, "loan.apply", ApplyForLoan.class),
    INITIATE_PAYMENT(Kind.COMMAND, "payment.initiate", InitiatePayment.class),
    UPI_CALLBACK(Kind.COMMAND, "payment.upi-callback", UpiCallback.class),
    ACCEPT_OFFER(Kind.COMMAND, "loan.accept-offer", AcceptOffer.class),
    CANCEL_LOAN(Kind.COMMAND, "loan.cancel", CancelLoan.class),
    COMMIT_FUNDS(Kind.COMMAND, "loan.commit-funds", CommitFunds.class),
    DEPOSIT_TO_WALLET(Kind.COMMAND, "wallet.deposit", DepositToWallet.class),
    HOLD_FUNDS(Kind.COMMAND, "funds.hold", HoldFunds.class),
    RELEASE_FUNDS(Kind.COMMAND, "funds.release", ReleaseFunds.class),
    DISBURSE_LOAN(Kind.COMMAND, "funds.disburse", DisburseLoan.class),
    RETURN_FUNDS(Kind.COMMAND, "funds.return", ReturnFunds.class),
    DISTRIBUTE_REPAYMENT(Kind.COMMAND, "funds.distribute", DistributeRepayment.class),
    SET_AUTOPAY(Kind.COMMAND, "loan.set-autopay", SetAutopay.class),
    REGISTER_MANDATE(Kind.COMMAND, "mandate.register", RegisterMandate.class),
    REVOKE_MANDATE(Kind.COMMAND, "mandate.revoke", RevokeMandate.class),
    COLLECT_INSTALMENT(Kind.COMMAND, "payment.collect-instalment", CollectInstalment.class),
    TAKE_BACK_REPAYMENT(Kind.COMMAND, "funds.take-back", TakeBackRepayment.class),
    LOAN_DECIDED(Kind.EVENT, "loan.decided", LoanDecided.class),
    LOAN_CHANGED(Kind.EVENT, "loan.changed", LoanChanged.class),
    COMMITMENT_CHANGED(Kind.EVENT, "commitment.changed", CommitmentChanged.class),
    FUNDS_HELD(Kind.EVENT, "funds.held", FundsHeld.class),
    PAYMENT_CHANGED(Kind.EVENT, "payment.changed", PaymentChanged.class),
    TRANSFER_CHANGED(Kind.EVENT, "transfer.changed", TransferChanged.class),
    MANDATE_CHANGED(Kind.EVENT, "mandate.changed", MandateChanged.class),
    AUTOPAY_NOTICE(Kind.EVENT, "autopay.notice", AutopayNotice.class),
    CONTACTS_CHANGED(Kind.EVENT, "user.contacts-changed", ContactsChanged.class);

    private static final Map<Class<?>, MessageType> BY_CONTRACT =
            Arrays.stream(values()).collect(Collectors.toMap(MessageType::contract, Function.identity()));
    private static final Map<String, MessageType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(MessageType::routingKey, Function.identity()));

    private final Kind kind;
    private final String routingKey;
    private final Class<? extends Message> contract;

    MessageType(Kind kind, String routingKey, Class<? extends Message> contract) {
        this.kind = kind;
        this.routingKey = routingKey;
        this.contract = contract;
    }

    /** The type of a message. */
    public static MessageType of(Message message) {
        return of(message.getClass());
    }

    /** The type of a contract. */
    public static MessageType of(Class<? extends Message> contract) {
        MessageType type = BY_CONTRACT.get(contract);
        if (type == null) {
            throw new IllegalArgumentException(contract + " is not a registered contract");
        }
        return type;
    }

    /** The type with this name on the wire, if this version of the software knows it. */
    public static Optional<MessageType> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    public Kind kind() {
        return kind;
    }

    /** The routing key, which is also the type's name on the wire. */
    public String routingKey() {
        return routingKey;
    }

    public Class<? extends Message> contract() {
        return contract;
    }

    /** A command has one owner; an event has any number of readers. */
    public enum Kind {
        COMMAND,
        EVENT
    }
}
