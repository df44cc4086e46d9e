package com.byajbook.paymentflow.ledger.domain;

/**
 * A heap of money that is never mixed with another. Every transaction balances in each book by itself, so that money of one
 * escrow can never be booked into the other (RBI NBFC-P2P directions: two escrow accounts, lenders' and borrowers').
 */
public enum Book {
    /** From lenders to borrowers. */
    LENDERS_ESCROW,
    /** From borrowers to lenders. */
    BORROWERS_ESCROW,
    /** The platform's own. */
    PLATFORM
}
