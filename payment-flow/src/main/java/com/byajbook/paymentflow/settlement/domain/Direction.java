package com.byajbook.paymentflow.settlement.domain;

/** Which way the money was to go, in a provider's words. */
public enum Direction {
    /** From a payer to us. */
    COLLECT(1),
    /** From us to a payee. */
    PAY(-1);

    private final int sign;

    Direction(int sign) {
        this.sign = sign;
    }

    /** What such a movement does to our account at the bank: more than 0 when it gains. */
    long atTheBank(Movement movement, long paise) {
        return movement == Movement.PAID ? sign * paise : -sign * paise;
    }
}
