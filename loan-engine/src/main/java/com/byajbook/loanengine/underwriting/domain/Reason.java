package com.byajbook.loanengine.underwriting.domain;

/** Why an application was not offered a loan. The names are part of the public contract: never renamed. */
public enum Reason {
    /** The borrower's identity was not verified. */
    KYC_INCOMPLETE,
    /** Less than the product lends. */
    AMOUNT_BELOW_MINIMUM,
    /** More than the product lends. */
    AMOUNT_ABOVE_MAXIMUM,
    /** Shorter than the product lends. */
    TENURE_TOO_SHORT,
    /** Longer than the product lends. */
    TENURE_TOO_LONG,
    /** The bureau's score is too low. */
    SCORE_BELOW_CUT_OFF,
    /** With this loan the borrower would owe more than one person may, over all platforms and open offers. */
    BORROWER_LIMIT_EXCEEDED,
    /** The instalments would take too much of the income. */
    NOT_AFFORDABLE,
    /** The bureau gave no report; a person decides. */
    BUREAU_UNAVAILABLE
}
