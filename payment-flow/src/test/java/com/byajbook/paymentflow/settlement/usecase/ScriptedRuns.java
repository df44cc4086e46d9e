package com.byajbook.paymentflow.settlement.usecase;

import com.byajbook.paymentflow.settlement.domain.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import reactor.core.publisher.Mono;

/** Runs in memory: those that are due come one after the other, and what is done to them is written down. */
final class ScriptedRuns implements KeepRuns {

    final Deque<Run> due = new ArrayDeque<>();
    final List<String> opened = new ArrayList<>();
    final List<String> postponed = new ArrayList<>();

    @Override
    public Mono<Void> open(Collection<String> providers, List<LocalDate> days, Instant dueAt) {
        return Mono.fromRunnable(
                () -> providers.forEach(provider -> days.forEach(day -> opened.add(provider + " " + day))));
    }

    @Override
    public Mono<Run> take(Instant now, Instant leaseEnd) {
        return Mono.fromSupplier(due::poll);
    }

    @Override
    public Mono<Run> keepFetched(Run run, FileSeal seal, Instant at) {
        return Mono.just(run.fetched());
    }

    @Override
    public Mono<Run> advance(Run from, Run to, Tally counted) {
        return Mono.just(to);
    }

    @Override
    public Mono<Run> finish(Run run, Instant at) {
        return Mono.just(run.at(Run.State.FINISHED, ""));
    }

    @Override
    public Mono<Void> postpone(Run run, String problem, Instant dueAt) {
        return Mono.fromRunnable(() -> postponed.add(run + " until " + dueAt + ": " + problem));
    }

    @Override
    public Mono<Void> redo(String provider, LocalDate day, Instant dueAt) {
        return Mono.empty();
    }
}
