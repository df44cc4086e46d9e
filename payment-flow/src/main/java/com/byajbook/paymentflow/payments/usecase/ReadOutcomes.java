package com.byajbook.paymentflow.payments.usecase;

import com.byajbook.paymentflow.ledger.usecase.Flow;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What became of payments, for whoever compares them with what a provider says. */
public interface ReadOutcomes {

    /** Those of these payments that exist. */
    Flux<Outcome> of(Collection<UUID> paymentIds);

    /** One of them, held until the current transaction ends. */
    Mono<Outcome> hold(UUID paymentId);

    /**
     * At most {@code limit} movements that a provider made for us, in the order in which we learnt of them.
     *
     * @param from inclusive
     * @param until exclusive
     * @param after the last one of the part before; null for the first part
     */
    Flux<Moved> moved(String provider, Instant from, Instant until, @Nullable Position after, int limit);

    /**
     * A payment.
     *
     * @param provider who was asked last
     * @param loanId null for what belongs to no loan
     * @param userId who pays or is paid
     */
    record Outcome(
            UUID paymentId,
            String provider,
            Flow flow,
            @Nullable UUID loanId,
            UUID userId,
            State state,
            long amountPaise,
            @Nullable String utr) {}

    /** How it stands. */
    enum State {
        OPEN,
        SUCCEEDED,
        FAILED,
        REVERSED
    }

    /** Money of a payment moved, or came back after that. */
    record Moved(Outcome payment, boolean back, Instant at) {

        /** Where it stands in the order. */
        public Position position() {
            return new Position(at, payment.paymentId(), back);
        }
    }

    /** A place in the order of movements. */
    record Position(Instant at, UUID paymentId, boolean back) {}
}
