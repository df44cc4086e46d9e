package com.byajbook.loanengine.servicing.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Shares what was collected out among the lenders of a loan, to the paisa.
 *
 * <p>Each lender is owed its part of everything that was collected so far, not of the last amount: {@code floor(collected *
 * share / principal)} less what it got before. What the floors leave over, fewer paise than lenders, goes to the largest
 * remainders, and among equal ones to who lent first. So a lender is never more than a paisa away from its exact part however
 * many instalments there are, and at the end has it.
 */
public final class LenderShares {

    private final List<Share> shares;
    private final long principalPaise;

    /** The lenders in the order in which they lent; at least one. */
    public LenderShares(List<Share> shares) {
        if (shares.isEmpty()) {
            throw new IllegalArgumentException("a loan that was paid out has a lender");
        }
        this.shares = List.copyOf(shares);
        this.principalPaise = shares.stream().mapToLong(Share::principalPaise).reduce(0, Math::addExact);
    }

    /**
     * What each lender gets now; together exactly what is new.
     *
     * @param collectedPaise everything that was collected so far, the new amount included
     * @return one payout a lender, in their order, 0 for who gets nothing this time
     */
    public List<Payout> payouts(long collectedPaise) {
        long paid = shares.stream().mapToLong(Share::paidPaise).reduce(0, Math::addExact);
        if (collectedPaise < paid) {
            throw new IllegalArgumentException(
                    paid + " paise were paid out of " + collectedPaise + " that were collected");
        }
        long[] targets = targets(collectedPaise);
        List<Payout> payouts = new ArrayList<>();
        for (int i = 0; i < targets.length; i++) {
            payouts.add(new Payout(
                    shares.get(i).lenderId(), targets[i] - shares.get(i).paidPaise()));
        }
        return payouts;
    }

    /**
     * What each lender gives back when less was collected than was paid out; together exactly what is too much. Each keeps
     * the floor of its part of what is left, and the left-over paise go as before, to who has them.
     *
     * @param collectedPaise everything that was collected and not taken back
     */
    List<Payout> givenBack(long collectedPaise) {
        long[] kept = new long[shares.size()];
        long missing = collectedPaise;
        for (int i = 0; i < kept.length; i++) {
            kept[i] = Math.min(floor(i, collectedPaise), shares.get(i).paidPaise());
            missing -= kept[i];
        }
        List<Integer> byRemainder = byRemainder(collectedPaise);
        for (int k = 0; missing > 0; k = (k + 1) % kept.length) {
            int lender = byRemainder.get(k);
            if (kept[lender] < shares.get(lender).paidPaise()) {
                kept[lender]++;
                missing--;
            }
        }
        return IntStream.range(0, kept.length)
                .mapToObj(
                        i -> new Payout(shares.get(i).lenderId(), shares.get(i).paidPaise() - kept[i]))
                .toList();
    }

    private long[] targets(long collected) {
        long[] targets = new long[shares.size()];
        long missing = collected;
        for (int i = 0; i < targets.length; i++) {
            // Who got a left-over paisa before may be ahead of its floor, and nobody gives anything back.
            targets[i] = Math.max(floor(i, collected), shares.get(i).paidPaise());
            missing -= targets[i];
        }
        List<Integer> byRemainder = byRemainder(collected);
        for (int k = 0; missing > 0; k++) {
            int lender = byRemainder.get(k % targets.length);
            if (targets[lender] == floor(lender, collected) || k >= targets.length) {
                targets[lender]++;
                missing--;
            }
        }
        for (int k = targets.length - 1; missing < 0; k = k == 0 ? targets.length - 1 : k - 1) {
            int lender = byRemainder.get(k);
            if (targets[lender] > shares.get(lender).paidPaise()) {
                targets[lender]--;
                missing++;
            }
        }
        return targets;
    }

    /** The largest first; of equal ones, who lent first. */
    private List<Integer> byRemainder(long collected) {
        List<Integer> lenders = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            lenders.add(i);
        }
        lenders.sort(
                Comparator.comparing((Integer i) -> remainder(i, collected)).reversed());
        return lenders;
    }

    private long floor(int lender, long collected) {
        return Math.multiplyExact(collected, shares.get(lender).principalPaise()) / principalPaise;
    }

    private long remainder(int lender, long collected) {
        return Math.multiplyExact(collected, shares.get(lender).principalPaise()) % principalPaise;
    }

    /**
     * A lender of the loan.
     *
     * @param principalPaise what it lent
     * @param paidPaise what it was paid of this so far
     */
    public record Share(UUID lenderId, long principalPaise, long paidPaise) {

        public Share {
            if (principalPaise <= 0 || paidPaise < 0) {
                throw new IllegalArgumentException("a lender lent something and was paid nothing or more, not "
                        + principalPaise + " and " + paidPaise);
            }
        }
    }

    /** What a lender gets. */
    public record Payout(UUID lenderId, long paise) {}
}
