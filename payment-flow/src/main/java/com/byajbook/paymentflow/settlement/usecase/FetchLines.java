package com.byajbook.paymentflow.settlement.usecase;

import java.time.Clock;
import reactor.core.publisher.Mono;

/** Brings a day's file here. Its lines count from the moment on in which the last one is here, all of them or none. */
public final class FetchLines implements Step {

    private final FetchFiles files;
    private final KeepLines lines;
    private final KeepRuns runs;
    private final Clock clock;

    public FetchLines(FetchFiles files, KeepLines lines, KeepRuns runs, Clock clock) {
        this.files = files;
        this.lines = lines;
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    public Mono<Run> take(Run run) {
        return lines.forgetUncounted(run)
                .then(Mono.defer(() -> files.fetch(run.provider(), run.day(), batch -> lines.keep(run, batch))))
                .flatMap(seal -> runs.keepFetched(run, seal, clock.instant()));
    }
}
