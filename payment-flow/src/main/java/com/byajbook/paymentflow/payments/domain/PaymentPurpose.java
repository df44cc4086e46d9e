package com.byajbook.paymentflow.payments.domain;

/** What a payment is for, which also says which way the money goes. */
public enum PaymentPurpose {
    /** From a borrower, for a loan. */
    REPAYMENT(false),
    /** From a lender, into the lender's wallet. */
    DEPOSIT(false),
    /** To a borrower: the loan. */
    DISBURSAL(true),
    /** To a lender: what borrowers paid back. */
    PAYOUT(true),
    /** To a lender: what lay in the wallet for too long. */
    WITHDRAWAL(true),
    /** To a borrower: what was paid too much. */
    REFUND(true);

    private final boolean outbound;

    PaymentPurpose(boolean outbound) {
        this.outbound = outbound;
    }

    /** Whether we pay; otherwise we collect. */
    public boolean isOutbound() {
        return outbound;
    }
}
