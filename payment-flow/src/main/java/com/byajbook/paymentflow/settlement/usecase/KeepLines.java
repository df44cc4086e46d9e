package com.byajbook.paymentflow.settlement.usecase;

import com.byajbook.paymentflow.settlement.domain.Line;
import com.byajbook.paymentflow.settlement.domain.Movement;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the files said. Lines count once their run says that the whole file is here. */
public interface KeepLines {

    /** Deletes what earlier attempts left that does not count. */
    Mono<Void> forgetUncounted(Run run);

    /**
     * Keeps lines of the attempt, each movement once.
     *
     * @return {@link FileUnusable} when a movement comes again with other figures
     */
    Mono<Void> keep(Run run, List<Line> lines);

    /** All lines of the next references after the run's checkpoint, in the order of references. */
    Flux<Line> next(Run run, int references);

    /** Those of these movements that a line of any day speaks of. */
    Flux<Named> present(String provider, List<Named> movements);

    /** What a line calls a movement. */
    record Named(String reference, Movement movement) {}
}
