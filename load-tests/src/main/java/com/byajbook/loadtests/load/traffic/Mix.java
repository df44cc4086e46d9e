package com.byajbook.loadtests.load.traffic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Which kind of request each arrival brings. Of every hundred arrivals the same number is of each kind, in an order that is shuffled once
 * and the same in all runs: two runs differ in what the platform does, not in what it was asked.
 */
public final class Mix {
    private static final int DECK = 100;
    private static final long SEED = 20_221_024L;

    private final List<RequestKind> deck;

    private Mix(List<RequestKind> deck) {
        this.deck = deck;
    }

    /** An evening in the app: people look at their loan, some apply, some pay, some only ask what it would cost. */
    public static Mix evening() {
        return of(Map.of(
                RequestKind.PAY, 6,
                RequestKind.PAYMENT_STATUS, 14,
                RequestKind.APPLY, 20,
                RequestKind.LOAN_STATUS, 40,
                RequestKind.QUOTE, 10,
                RequestKind.LIST_LOANS, 10));
    }

    /** The fewest writes that keep events coming, for people who mostly watch. */
    public static Mix watching() {
        return of(Map.of(RequestKind.PAY, 20, RequestKind.APPLY, 40, RequestKind.LOAN_STATUS, 40));
    }

    /** Shares in percent, 100 in all. */
    static Mix of(Map<RequestKind, Integer> percent) {
        List<RequestKind> deck = new ArrayList<>();
        new EnumMap<>(percent).forEach((kind, share) -> deck.addAll(Collections.nCopies(share, kind)));
        if (deck.size() != DECK) {
            throw new IllegalArgumentException("shares add up to " + deck.size() + ", not to 100");
        }
        Collections.shuffle(deck, new Random(SEED));
        return new Mix(List.copyOf(deck));
    }

    RequestKind kindOf(long arrival) {
        return deck.get((int) (arrival % DECK));
    }
}
