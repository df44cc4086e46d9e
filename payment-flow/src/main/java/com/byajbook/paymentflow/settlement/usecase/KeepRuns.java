package com.byajbook.paymentflow.settlement.usecase;

import com.byajbook.paymentflow.settlement.domain.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/** The runs. What changes one is an error when somebody else has taken it meanwhile. */
public interface KeepRuns {

    /** Makes those due that were never begun. */
    Mono<Void> open(Collection<String> providers, List<LocalDate> days, Instant dueAt);

    /** Takes the oldest run that is due, until the end of the lease; empty when none is. */
    Mono<Run> take(Instant now, Instant leaseEnd);

    /** The whole file is here, and its lines count from now on. */
    Mono<Run> keepFetched(Run run, FileSeal seal, Instant at);

    /** A part of a step is done. */
    Mono<Run> advance(Run from, Run to, Tally counted);

    /** All is done. */
    Mono<Run> finish(Run run, Instant at);

    /** It did not work, and is tried again. */
    Mono<Void> postpone(Run run, String problem, Instant dueAt);

    /** Fetches the file of a finished run once more; a run that is under way is left alone. */
    Mono<Void> redo(String provider, LocalDate day, Instant dueAt);
}
