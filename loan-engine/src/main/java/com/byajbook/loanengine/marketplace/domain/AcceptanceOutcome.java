package com.byajbook.loanengine.marketplace.domain;

/** What became of a borrower's yes. */
public enum AcceptanceOutcome {
    /** The loan is put before lenders. */
    ACCEPTED,
    /** No offer of this borrower has this id. */
    UNKNOWN_LOAN,
    /** The offer was taken already, or has ended. */
    NOT_OFFERED,
    /** The hash is not that of the statement that was shown. */
    OTHER_STATEMENT,
    /** The statement was not valid any more. */
    STATEMENT_EXPIRED
}
