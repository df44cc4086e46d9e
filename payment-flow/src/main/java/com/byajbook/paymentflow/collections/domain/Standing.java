package com.byajbook.paymentflow.collections.domain;

/** What a payer is told of a payment; finer steps are our own business. */
public enum Standing {
    PENDING,
    SUCCEEDED,
    FAILED,
    UNKNOWN,
    REVERSED
}
