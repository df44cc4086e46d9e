package com.byajbook.paymentflow.settlement.usecase;

import com.byajbook.paymentflow.settlement.domain.Difference;
import com.byajbook.paymentflow.settlement.usecase.KeptDifference.Settled;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The differences, each once however often it is found. */
public interface KeepDifferences {

    /** Notes what a part of a run found. One that was settled stays so, but for one that was thought corrected. */
    Mono<Void> note(Run run, List<Found> found, Instant at);

    /** Open ones of a run that settle by themselves, in the order of their lines. */
    Flux<KeptDifference> listSettlingByThemselves(Run run, int afterLine, int limit);

    /** Reads one and holds it until the transaction ends. */
    Mono<KeptDifference> lock(UUID id);

    /** Reads one. */
    Mono<KeptDifference> find(UUID id);

    /** Settles those of these that are open. */
    Mono<Void> settle(Collection<UUID> ids, Settled how);

    /**
     * Settles open ones of the run that the file does not have any more, and open ones of any day whose line came since or
     * whose payment came and went without any line; opens these again when a line comes after all.
     */
    Mono<Void> settleCorrected(Run run, Instant at);

    /** A difference under its id. */
    record Found(UUID id, Difference difference) {}
}
