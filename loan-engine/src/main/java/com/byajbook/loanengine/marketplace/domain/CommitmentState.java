package com.byajbook.loanengine.marketplace.domain;

/** Where a commitment is. */
public enum CommitmentState {
    /** The loan has room for it; its money is being held. */
    RESERVED,
    /** Its money is held. */
    HELD,
    /** Nothing was held. */
    REFUSED,
    /** The loan was paid out. */
    INVESTED,
    /** The loan was not paid out; its money is free again. */
    RELEASED
}
