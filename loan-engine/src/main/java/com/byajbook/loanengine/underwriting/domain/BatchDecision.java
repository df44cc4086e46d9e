package com.byajbook.loanengine.underwriting.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Decides a batch in its order; an offer counts at once against the same borrower's next application. */
public final class BatchDecision {

    private final Map<UUID, Long> openOffers;
    private final Instant at;

    private BatchDecision(Map<UUID, Long> openOffers, Instant at) {
        this.openOffers = new HashMap<>(openOffers);
        this.at = at;
    }

    /**
     * The decisions, in the order of the batch.
     *
     * @param openOffers what each borrower has open, read under a lock that is still held; absent means nothing
     */
    public static List<DecidedLoan> decide(List<AssessedApplication> batch, Map<UUID, Long> openOffers, Instant at) {
        BatchDecision running = new BatchDecision(openOffers, at);
        return batch.stream().map(running::decide).toList();
    }

    private DecidedLoan decide(AssessedApplication assessed) {
        UUID borrower = assessed.borrowerId();
        DecidedLoan decided = assessed.conclude(openOffers.getOrDefault(borrower, 0L), at);
        openOffers.merge(borrower, decided.offeredPaise(), Math::addExact);
        return decided;
    }
}
