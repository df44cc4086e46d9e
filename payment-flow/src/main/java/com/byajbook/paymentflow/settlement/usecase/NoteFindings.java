package com.byajbook.paymentflow.settlement.usecase;

import com.byajbook.paymentflow.settlement.domain.Comparison;
import com.byajbook.paymentflow.settlement.domain.Difference;
import com.byajbook.paymentflow.settlement.domain.Tally;
import com.byajbook.paymentflow.settlement.usecase.KeepDifferences.Found;
import com.byajbook.platform.id.Ids;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Writes down what a part of a run found and how far it is by that; inside the current transaction. */
public final class NoteFindings {

    private static final UUID DIFFERENCES = UUID.fromString("c1f0a7de-60a4-5d0b-9f0e-2b8e5f0f7a51");

    private final KeepDifferences differences;
    private final KeepRuns runs;
    private final Clock clock;

    public NoteFindings(KeepDifferences differences, KeepRuns runs, Clock clock) {
        this.differences = differences;
        this.runs = runs;
        this.clock = clock;
    }

    Mono<Run> note(Run run, Run then, Comparison comparison) {
        List<Found> found = comparison.differences().stream()
                .map(difference -> new Found(id(run, difference), difference))
                .toList();
        Mono<Void> noted = found.isEmpty() ? Mono.empty() : differences.note(run, found, clock.instant());
        return noted.then(Mono.defer(() -> advance(run, then, comparison.tally())));
    }

    Mono<Run> advance(Run run, Run then, Tally counted) {
        return runs.advance(run, then, counted);
    }

    /** The same for the same words of the same day, so that whoever compares again finds what is there. */
    private static UUID id(Run run, Difference difference) {
        return Ids.v5(DIFFERENCES, run.provider() + "/" + run.day() + "/" + difference.key());
    }
}
