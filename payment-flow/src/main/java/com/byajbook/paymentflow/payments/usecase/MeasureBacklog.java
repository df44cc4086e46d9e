package com.byajbook.paymentflow.payments.usecase;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** What is still owed and what nobody can settle by himself. */
@FunctionalInterface
public interface MeasureBacklog {

    Mono<Backlog> measure(Instant now);

    /**
     * The state of the work; every count stops at {@link #MOST}.
     *
     * @param dueSubmissions payments that should be with the provider by now
     * @param dueInquiries payments that should have been asked about by now
     * @param leftUnknown payments that were given up and wait for a callback or reconciliation
     * @param earlyCallbacks callbacks whose payment is not there
     */
    record Backlog(long dueSubmissions, long dueInquiries, long leftUnknown, long earlyCallbacks) {

        /** Counting further would cost more than the number is worth. */
        public static final int MOST = 100_000;
    }
}
