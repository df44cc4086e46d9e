package com.byajbook.paymentflow.payments.domain;

/** What became of something that we learned about a payment. */
public enum Verdict {
    /** It counted. */
    APPLIED,
    /** It said what we knew. */
    REPEATED,
    /** It spoke of a moment that has passed: the payment has moved on since. */
    OUT_OF_DATE,
    /** It said the opposite of a terminal outcome; the outcome stands and somebody must look. */
    CONTRADICTED,
    /** Its figures are not ours; it decided nothing and somebody must look. */
    DISPUTED
}
