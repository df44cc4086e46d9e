package com.byajbook.loanengine.servicing.domain;

import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * A lender's part in a loan and what came back of it.
 *
 * @param position in the order of lending, from 1; one lender may have several
 * @param paidPaise interest and principal that it got
 * @param principalPaidPaise how much of its principal is repaid
 */
public record LenderShare(int position, UUID lenderId, long principalPaise, long paidPaise, long principalPaidPaise) {

    public LenderShare {
        if (principalPaise <= 0 || paidPaise < 0 || principalPaidPaise < 0 || principalPaidPaise > principalPaise) {
            throw new IllegalArgumentException("no share of " + principalPaise + " paise with " + paidPaise
                    + " paid and " + principalPaidPaise + " repaid");
        }
    }

    /** What it still has in the loan. */
    public long outstandingPaise() {
        return principalPaise - principalPaidPaise;
    }

    /** The shares when these sums have come in so far; they grow with each repayment, and shrink when one is taken back. */
    static List<LenderShare> after(List<LenderShare> shares, long collectedPaise, long principalPaise) {
        List<Long> payouts = changes(shares, collectedPaise, LenderShare::paidPaise);
        List<Long> repaid = changes(shares, principalPaise, LenderShare::principalPaidPaise);
        return IntStream.range(0, shares.size())
                .mapToObj(i -> shares.get(i).plus(payouts.get(i), repaid.get(i)))
                .toList();
    }

    private LenderShare plus(long payout, long repaid) {
        return new LenderShare(position, lenderId, principalPaise, paidPaise + payout, principalPaidPaise + repaid);
    }

    private static List<Long> changes(List<LenderShare> shares, long collected, ToLongFunction<LenderShare> before) {
        LenderShares parts = new LenderShares(shares.stream()
                .map(share ->
                        new LenderShares.Share(share.lenderId(), share.principalPaise(), before.applyAsLong(share)))
                .toList());
        boolean less = collected < shares.stream().mapToLong(before).sum();
        return (less ? parts.givenBack(collected) : parts.payouts(collected))
                .stream().map(part -> less ? -part.paise() : part.paise()).toList();
    }

    /** By how much each share's sum has grown, by position. */
    static List<LenderShares.Payout> growth(
            List<LenderShare> before, List<LenderShare> after, ToLongFunction<LenderShare> sum) {
        return IntStream.range(0, after.size())
                .mapToObj(i -> new LenderShares.Payout(
                        after.get(i).lenderId(), sum.applyAsLong(after.get(i)) - sum.applyAsLong(before.get(i))))
                .toList();
    }
}
