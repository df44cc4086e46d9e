package com.byajbook.paymentflow.settlement.domain;

/** What an operator may do about a difference. */
public enum Action {
    /** Fetch the file once more and compare anew; what is gone then is settled. */
    RECHECK,
    /** Our books are right, as the provider confirmed; nothing is booked. */
    ACCEPT_OURS,
    /** The file is right: the payment takes over its outcome or its reference. */
    ACCEPT_THEIRS,
    /** The money never moved: our payment is reversed, as if the bank had sent the money back. */
    REVERSE_OURS,
    /** The ledger follows the bank, and what nobody is known for lies in suspense of the payment's escrow account. */
    BOOK_TO_SUSPENSE,
    /** The same of money that belongs to no payment, in the lenders' escrow account. */
    BOOK_TO_LENDERS_SUSPENSE,
    /** The same in the borrowers' escrow account. */
    BOOK_TO_BORROWERS_SUSPENSE,
    /** The ledger follows the bank, and what came in is paid back to its payer. */
    REFUND_PAYER
}
