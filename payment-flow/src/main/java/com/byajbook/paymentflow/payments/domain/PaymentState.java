package com.byajbook.paymentflow.payments.domain;

/**
 * Where a payment is.
 *
 * <p>{@code CREATED -> SUBMITTED -> PENDING -> SUCCEEDED | FAILED | UNKNOWN}, and {@code SUCCEEDED -> REVERSED}. The moves
 * between them are in {@link Transitions}.
 */
public enum PaymentState {
    /** The intent is stored and the provider has nothing of it. */
    CREATED(Standing.PENDING, false),
    /** A submission is on its way, or was when its sender died. */
    SUBMITTED(Standing.PENDING, false),
    /** The provider has it and owes us the outcome. */
    PENDING(Standing.PENDING, false),
    /** The money moved. */
    SUCCEEDED(Standing.SUCCEEDED, true),
    /** The money did not move and will not. */
    FAILED(Standing.FAILED, true),
    /** We cannot tell; only the provider can. */
    UNKNOWN(Standing.UNKNOWN, false),
    /** The money moved and was given back. */
    REVERSED(Standing.REVERSED, true);

    private final Standing standing;
    private final boolean terminal;

    PaymentState(Standing standing, boolean terminal) {
        this.standing = standing;
        this.terminal = terminal;
    }

    /** What its payer is told of it. */
    public Standing standing() {
        return standing;
    }

    /** Whether no inquiry and no callback can change the outcome any more. */
    public boolean isTerminal() {
        return terminal;
    }
}
