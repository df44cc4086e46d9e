package com.byajbook.loanengine.reconciliation;

/** The most that one lender may have out, in all and to one borrower, and that one borrower may have open. */
public record Caps(long lenderPaise, long pairPaise, long borrowerPaise) {}
