package com.byajbook.paymentflow.payments.domain;

/** What a payer is told of a payment; finer steps are our own business. */
public enum Standing {
    PENDING,
    SUCCEEDED,
    FAILED,
    UNKNOWN,
    REVERSED
}
