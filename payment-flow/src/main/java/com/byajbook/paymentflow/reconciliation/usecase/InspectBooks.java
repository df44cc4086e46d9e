package com.byajbook.paymentflow.reconciliation.usecase;

import com.byajbook.paymentflow.reconciliation.domain.Inspection;
import com.byajbook.paymentflow.reconciliation.domain.Rounds;
import com.byajbook.paymentflow.reconciliation.usecase.CheckBooks.Checked;
import java.time.Clock;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Looks whether what must hold does hold, while the service runs. What is bounded is looked at each time; accounts are gone
 * through in turn and transactions once each, from the beginning again after a restart.
 */
public final class InspectBooks {

    private final CheckBooks books;
    private final Clock clock;
    /** Written by one look at a time. */
    private volatile State state = new State(Rounds.FIRST, Optional.empty());

    public InspectBooks(CheckBooks books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    /** Looks once more. */
    public Mono<Inspection> inspect() {
        return Mono.defer(() -> books.check(state.next())).map(this::keep);
    }

    /** What the last look found; empty before the first. */
    public Optional<Inspection> latest() {
        return state.latest();
    }

    private Inspection keep(Checked checked) {
        Inspection inspection = new Inspection(clock.instant(), checked.invariants());
        state = new State(checked.next(), Optional.of(inspection));
        return inspection;
    }

    private record State(Rounds next, Optional<Inspection> latest) {}
}
