package com.byajbook.paymentflow.settlement.domain;

/** Which of the two escrow accounts; money of one is never booked into the other. */
public enum Pot {
    LENDERS,
    BORROWERS
}
