package com.byajbook.loanengine.servicing.domain;

/** What a line of a statement tells. */
public enum EntryKind {
    DISBURSAL,
    REPAYMENT,
    /** A repayment of more than was due, which repaid principal ahead of time. */
    PREPAYMENT,
    /** A repayment that closed the loan before its last instalment was due. */
    FORECLOSURE,
    /** A repayment that ended the loan in the cooling-off days. */
    EXIT,
    PENALTY,
    FEE,
    WRITE_OFF,
    /** The disbursal came back. */
    REVERSAL,
    /** The bank took a repayment back: what it had paid is owed again. */
    TAKEN_BACK
}
