package com.byajbook.loanengine.lifecycle.domain;

/** Where a loan is. The names are part of the public contract: never renamed. */
public enum LoanState {
    /** The borrower may take it. */
    OFFERED,
    /** The rules refused it. */
    DECLINED,
    /** A person decides. */
    REFERRED,
    /** Lenders may fund it. */
    LISTED,
    /** All of it is held for the borrower. */
    FUNDED,
    /** The money is on its way to the borrower. */
    DISBURSING,
    /** It was paid out and is paid back. */
    ACTIVE,
    /** Nothing is owed any more. */
    CLOSED,
    /** What is owed is not expected any more. */
    WRITTEN_OFF,
    /** Its time passed before it was paid out. */
    EXPIRED,
    /** It was left or given up. */
    CANCELLED
}
