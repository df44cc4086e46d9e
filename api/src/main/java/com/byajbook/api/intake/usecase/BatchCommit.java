package com.byajbook.api.intake.usecase;

import com.byajbook.api.intake.domain.AcceptedCommand;
import com.byajbook.api.intake.domain.Command;
import com.byajbook.platform.deadline.MissedDeadlines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Commits one batch and answers each of its commands, whatever happens. Its own signal is only "done". */
final class BatchCommit {

    private static final Logger log = LoggerFactory.getLogger(BatchCommit.class);

    private final IntakeStore store;
    private final Duration timeout;
    private final Clock clock;
    private final MissedDeadlines missed;

    BatchCommit(IntakeStore store, Duration timeout, Clock clock, MissedDeadlines missed) {
        this.store = store;
        this.timeout = timeout;
        this.clock = clock;
        this.missed = missed;
    }

    /** Completes when every command has its answer; never fails. */
    Mono<Void> settle(List<Pending> batch) {
        return Mono.defer(() -> commit(withoutExpired(batch)));
    }

    private Mono<Void> commit(List<Pending> batch) {
        if (batch.isEmpty()) {
            return Mono.empty();
        }
        return detached(distinct(batch))
                .flatMap(fresh -> settleLosers(answerWinners(batch, fresh)))
                .onErrorResume(IntakeStore.RowRefused.class, refused -> bisect(batch, refused))
                .onErrorResume(RuntimeException.class, unknown -> settleUnknown(batch, unknown));
    }

    /**
     * The transaction goes on when its time is over: cancelling a write poisons the connection and would leave the
     * outcome as unknown as before.
     */
    private Mono<Set<UUID>> detached(List<Command> commands) {
        return Mono.fromFuture(() -> store.commit(commands).toFuture(), true)
                .timeout(timeout)
                .onErrorMap(
                        java.util.concurrent.TimeoutException.class,
                        late -> new OutcomeUnknown("no answer in time", late));
    }

    private List<Pending> withoutExpired(List<Pending> batch) {
        Instant now = clock.instant();
        List<Pending> live = new ArrayList<>(batch.size());
        for (Pending pending : batch) {
            if (pending.deadline().isPast(now)) {
                missed.count("intake");
                pending.expired();
            } else {
                live.add(pending);
            }
        }
        return live;
    }

    /** One command an id: of two equal keys in one batch the first is stored and the other reads it back. */
    private static List<Command> distinct(List<Pending> batch) {
        Map<UUID, Command> byId = new LinkedHashMap<>();
        batch.forEach(pending -> byId.putIfAbsent(pending.command().id(), pending.command()));
        return List.copyOf(byId.values());
    }

    private static List<Pending> answerWinners(List<Pending> batch, Set<UUID> fresh) {
        Set<UUID> open = new HashSet<>(fresh);
        List<Pending> losers = new ArrayList<>();
        for (Pending pending : batch) {
            if (open.remove(pending.command().id())) {
                pending.accepted();
            } else {
                losers.add(pending);
            }
        }
        return losers;
    }

    /** What they find was there before them, or is of another request of this batch: never their own. */
    private Mono<Void> settleLosers(List<Pending> losers) {
        return losers.isEmpty() ? Mono.empty() : readBack(losers, Set.of());
    }

    /** A broken row must not fail its neighbours: halve until it stands alone. */
    private Mono<Void> bisect(List<Pending> batch, IntakeStore.RowRefused refused) {
        if (batch.size() == 1) {
            batch.get(0).failed(refused);
            return Mono.empty();
        }
        int middle = batch.size() / 2;
        return settle(batch.subList(0, middle)).then(settle(batch.subList(middle, batch.size())));
    }

    private Mono<Void> settleUnknown(List<Pending> batch, RuntimeException cause) {
        log.warn("the outcome of a batch of {} is unknown and is read back: {}", batch.size(), cause.toString());
        return readBack(batch, candidates(batch));
    }

    /** What cannot be read, or is not there yet, may still be committed: the answer is "retry with the same key". */
    private Mono<Void> readBack(List<Pending> batch, Set<Pending> candidates) {
        return store.findAll(ids(batch))
                .timeout(timeout)
                .doOnNext(found -> batch.forEach(
                        pending -> answer(pending, found.get(pending.command().id()), candidates.contains(pending))))
                .then()
                .onErrorResume(Exception.class, unreadable -> {
                    log.warn("a batch of {} cannot be read back: {}", batch.size(), unreadable.toString());
                    batch.forEach(Pending::outcomeUnknown);
                    return Mono.empty();
                });
    }

    private static void answer(Pending pending, @Nullable AcceptedCommand stored, boolean candidate) {
        if (stored == null) {
            pending.outcomeUnknown();
        } else {
            pending.answeredBy(stored, candidate && pending.mayHaveWritten(stored));
        }
    }

    /** Whose row it is if it was written: of equal keys the first one's, for two may have come in the same microsecond. */
    private static Set<Pending> candidates(List<Pending> batch) {
        Map<UUID, Pending> firsts = new HashMap<>();
        batch.forEach(pending -> firsts.putIfAbsent(pending.command().id(), pending));
        return Set.copyOf(firsts.values());
    }

    private static Set<UUID> ids(List<Pending> batch) {
        Set<UUID> ids = new HashSet<>();
        batch.forEach(pending -> ids.add(pending.command().id()));
        return ids;
    }

    /** The transaction may or may not have happened. */
    private static final class OutcomeUnknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutcomeUnknown(String message, Throwable cause) {
            super(message, cause, false, false);
        }
    }
}
