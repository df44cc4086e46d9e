package com.byajbook.loanengine.servicing.domain;

/** Where the service of a loan is. Everything but {@link #ACTIVE} is its end. */
public enum AccountState {
    ACTIVE,
    /** All was paid. */
    CLOSED,
    /** The borrower left in the cooling-off days and paid everything back. */
    EXITED,
    WRITTEN_OFF,
    /** The bank sent the disbursal back: there was no loan. */
    REVERSED
}
