package com.byajbook.paymentflow.ledger.domain;

/** What a transaction is about, as a statement names it. */
public enum Purpose {
    /** Money came from a lender's bank. */
    DEPOSIT,
    /** Money went back to a lender's bank. */
    WITHDRAWAL,
    /** Lenders' commitments became one loan's funds. */
    FUNDING,
    /** A loan's funds went to its borrower. */
    DISBURSAL,
    /** Money came from a borrower's bank. */
    REPAYMENT,
    /** A repayment was shared out among the lenders. */
    DISTRIBUTION,
    /** A lender's proceeds went to the lender's bank. */
    PAYOUT,
    /** What a borrower paid too much went back. */
    REFUND,
    /** Fees left an escrow for the platform's own bank account. */
    FEE_SWEEP,
    /** The opposite of an earlier transaction. */
    REVERSAL,
    /** Somebody put right what the books and the bank disagreed about. */
    ADJUSTMENT
}
