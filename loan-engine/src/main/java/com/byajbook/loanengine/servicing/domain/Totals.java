package com.byajbook.loanengine.servicing.domain;

/**
 * The sums of a loan.
 *
 * @param outstandingPaise principal that is still to be repaid
 * @param prepaidPaise principal that was repaid before it was due, outside all instalments
 * @param collectedPaise interest and principal that came in so far, which is what lenders share
 * @param writtenOffPaise principal that nobody waits for any more
 */
public record Totals(long outstandingPaise, long prepaidPaise, long collectedPaise, long writtenOffPaise) {

    public Totals {
        if (outstandingPaise < 0 || prepaidPaise < 0 || collectedPaise < 0 || writtenOffPaise < 0) {
            throw new IllegalArgumentException("no sum is less than nothing: " + outstandingPaise + ", " + prepaidPaise
                    + ", " + collectedPaise + ", " + writtenOffPaise);
        }
    }

    Totals collect(Amounts paid, long prepaid) {
        return new Totals(
                outstandingPaise - paid.principalPaise(),
                prepaidPaise + prepaid,
                Math.addExact(collectedPaise, paid.lendersPaise()),
                writtenOffPaise);
    }

    /** What is given up is owed no more, also when less of it was repaid. */
    Totals takeBack(Amounts paid, long prepaid, boolean givenUp) {
        long owedAgain = givenUp ? 0 : paid.principalPaise();
        return new Totals(
                outstandingPaise + owedAgain,
                prepaidPaise - prepaid,
                collectedPaise - paid.lendersPaise(),
                writtenOffPaise + paid.principalPaise() - owedAgain);
    }

    Totals writeOff() {
        return new Totals(0, prepaidPaise, collectedPaise, writtenOffPaise + outstandingPaise);
    }
}
