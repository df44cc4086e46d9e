package com.byajbook.paymentflow.settlement.domain;

import java.time.Instant;
import java.util.Objects;

/**
 * A line of a settlement file: one movement of money, as the provider has it.
 *
 * @param number counts the file's lines from 1, its header left out
 * @param reference what we called the payment when we submitted it
 * @param providerTxnId what the provider calls it
 * @param utr the bank's reference
 */
public record Line(
        int number,
        String reference,
        String providerTxnId,
        Direction direction,
        long amountPaise,
        Movement movement,
        String utr,
        Instant settledAt) {

    public Line {
        Objects.requireNonNull(reference);
        Objects.requireNonNull(providerTxnId);
        Objects.requireNonNull(direction);
        Objects.requireNonNull(movement);
        Objects.requireNonNull(utr);
        Objects.requireNonNull(settledAt);
        if (number < 1 || amountPaise <= 0) {
            throw new IllegalArgumentException("line " + number + " of " + amountPaise + " paise");
        }
    }

    long atTheBank() {
        return direction.atTheBank(movement, amountPaise);
    }
}
