package com.byajbook.loanengine.marketplace.domain;

/** Whether lenders may still promise money. */
public enum ListingState {
    OPEN,
    FUNDED,
    CLOSED
}
