package com.byajbook.loanengine.autopay.domain;

/** Where an instalment is that is collected by itself. */
public enum CollectionState {
    /** Notice was given; the next attempt has its time. */
    NOTICED,
    /** An attempt is under way; nothing is tried until it is known how it ended. */
    ASKED,
    /** An attempt succeeded. */
    PAID,
    /** There was nothing left to collect, or nobody wanted it collected any more. */
    SKIPPED,
    /** The last attempt failed, or the money went back: the borrower has to pay. */
    GIVEN_UP
}
