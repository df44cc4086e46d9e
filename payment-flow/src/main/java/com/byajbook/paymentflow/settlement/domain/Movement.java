package com.byajbook.paymentflow.settlement.domain;

/** What happened to the money of a payment. */
public enum Movement {
    /** It moved. */
    PAID,
    /** It had moved, and the bank sent it back. */
    RETURNED
}
