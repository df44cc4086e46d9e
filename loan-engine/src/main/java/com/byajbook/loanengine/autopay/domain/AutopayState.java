package com.byajbook.loanengine.autopay.domain;

/** Where the autopay of a loan is. */
public enum AutopayState {
    /** The payer was asked for a mandate. */
    REQUESTED,
    ACTIVE,
    /** The payer said no. */
    REJECTED,
    /** The borrower wants it no more, or the loan has ended. */
    REVOKED
}
