package com.byajbook.paymentflow.settlement.usecase;

import com.byajbook.paymentflow.settlement.domain.BankDays;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Compares each provider's file of each day with our payments. A run is taken by one process for the time of a lease and
 * worked off in small transactions, so whoever dies leaves it at its last checkpoint, and the next one goes on from there.
 */
public final class ReconcileDays {

    private final FetchFiles files;
    private final KeepRuns runs;
    private final Map<Run.State, Step> steps;
    private final BankDays days;
    private final ReconciliationLimits limits;
    private final Clock clock;

    /** The steps have one for each state but the last. */
    public ReconcileDays(
            FetchFiles files,
            KeepRuns runs,
            Map<Run.State, Step> steps,
            BankDays days,
            ReconciliationLimits limits,
            Clock clock) {
        this.files = files;
        this.runs = runs;
        this.steps = Map.copyOf(steps);
        this.days = days;
        this.limits = limits;
        this.clock = clock;
    }

    /** Makes the days due whose files should be there, and works off the oldest run that is due. @return how many, 0 or 1 */
    public Mono<Integer> reconcileDue() {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            return runs.open(files.providers(), days.complete(now), now)
                    .then(Mono.defer(() -> runs.take(now, now.plus(limits.lease()))))
                    .flatMap(run -> reconcile(run).thenReturn(1))
                    .defaultIfEmpty(0);
        });
    }

    private Mono<Void> reconcile(Run taken) {
        return Mono.just(taken)
                .expand(run -> run.state() == Run.State.FINISHED ? Mono.empty() : step(run))
                .then()
                .onErrorResume(
                        FileUnusable.class,
                        unusable -> runs.postpone(
                                taken, unusable.why(), clock.instant().plus(limits.retryAfter())));
    }

    private Mono<Run> step(Run run) {
        Step step = steps.get(run.state());
        return step == null
                ? Mono.error(() -> new IllegalStateException("nothing follows " + run.state()))
                : step.take(run);
    }
}
