package com.byajbook.loanengine.marketplace.domain;

/** Why a commitment was refused here. The names are part of the public contract: never renamed. */
public enum CommitmentReason {
    /** The lender's identity was not verified. */
    KYC_INCOMPLETE,
    /** The loan is not, or not any more, before lenders. */
    LOAN_NOT_LISTED,
    /** Nobody lends to themselves. */
    OWN_LOAN,
    /** The loan has less room than that. */
    MORE_THAN_LEFT,
    /** Less than a lender may put in, and not exactly what is left. */
    BELOW_MINIMUM,
    /** The loan has as many lenders as one disbursal can name. */
    TOO_MANY_LENDERS,
    /** With this the lender would have lent more than one person may, in all. */
    LENDER_LIMIT_EXCEEDED,
    /** With this the lender would have lent more to this borrower than one may lend to another. */
    PAIR_LIMIT_EXCEEDED
}
