package com.byajbook.localstack.sandbox.upi;

/** Which way the money goes, as the merchant sees it. */
enum Direction {
    /** From a payer to the merchant. */
    COLLECT,
    /** From the merchant to a payee. */
    PAY
}
