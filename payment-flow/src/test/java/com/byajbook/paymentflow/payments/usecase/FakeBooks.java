package com.byajbook.paymentflow.payments.usecase;

import com.byajbook.paymentflow.payments.domain.Discrepancy;
import com.byajbook.paymentflow.payments.domain.NextStep;
import com.byajbook.paymentflow.payments.domain.Payment;
import com.byajbook.platform.message.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tables in memory and transactions that can be told to fail; a failed one leaves no trace, as in the real thing. */
final class FakeBooks
        implements Transactions,
                RecordPayments,
                LockPayments,
                SavePayments,
                ClaimUtrs,
                RecordDiscrepancies,
                BookMoney,
                ProviderEvents {

    /** Present in the context of whatever runs inside a transaction. */
    static final String IN_TRANSACTION = "in-transaction";

    private State state = new State();
    private int failNext;

    final List<Message> sent = new ArrayList<>();

    private static final class State {
        final Map<UUID, Payment> payments = new LinkedHashMap<>();
        final Map<String, UUID> utrs = new HashMap<>();
        final Map<String, ProviderEvent> events = new LinkedHashMap<>();
        final Map<String, String> verdicts = new HashMap<>();
        final List<Discrepancy> discrepancies = new ArrayList<>();
        final List<Change> booked = new ArrayList<>();
        final Set<String> inbox = new HashSet<>();

        State copy() {
            State copy = new State();
            copy.payments.putAll(payments);
            copy.utrs.putAll(utrs);
            copy.events.putAll(events);
            copy.verdicts.putAll(verdicts);
            copy.discrepancies.addAll(discrepancies);
            copy.booked.addAll(booked);
            copy.inbox.addAll(inbox);
            return copy;
        }
    }

    void put(Payment payment) {
        state.payments.put(payment.id(), payment);
    }

    Payment get(UUID id) {
        return Objects.requireNonNull(state.payments.get(id));
    }

    @Nullable
    String verdict(String eventId) {
        return state.verdicts.get(eventId);
    }

    List<Discrepancy> discrepancies() {
        return state.discrepancies;
    }

    /** The changes whose money was to be booked. */
    List<Change> booked() {
        return state.booked;
    }

    /** Lets so many commits succeed and the next one fail. */
    void failCommitAfter(int successes) {
        failNext = successes + 1;
    }

    @Override
    public <M extends Message> Mono<Void> once(
            String consumer, List<M> batch, Function<List<M>, Mono<List<Message>>> effect) {
        return commit(Mono.defer(() -> {
            List<M> fresh = batch.stream()
                    .filter(message -> state.inbox.add(consumer + message.messageId()))
                    .toList();
            return fresh.isEmpty() ? Mono.just(List.of()) : effect.apply(fresh);
        }));
    }

    @Override
    public Mono<Void> commit(Mono<List<Message>> effect) {
        return inOne(effect).doOnNext(sent::addAll).then();
    }

    @Override
    public <T> Mono<T> inOne(Mono<T> work) {
        return Mono.defer(() -> {
            State before = state.copy();
            AtomicBoolean committed = new AtomicBoolean();
            return work.flatMap(this::commitOrFail)
                    .doOnNext(result -> committed.set(true))
                    .doOnError(error -> state = before)
                    .doOnCancel(() -> state = committed.get() ? state : before)
                    .contextWrite(context -> context.put(IN_TRANSACTION, true));
        });
    }

    private <T> Mono<T> commitOrFail(T result) {
        if (failNext > 0) {
            failNext--;
            if (failNext == 0) {
                return Mono.error(new IllegalStateException("the database is gone"));
            }
        }
        return Mono.just(result);
    }

    @Override
    public Flux<Payment> recordNew(List<Payment> payments) {
        return Flux.defer(() -> Flux.fromIterable(payments.stream()
                .filter(payment -> state.payments.putIfAbsent(payment.id(), payment) == null)
                .toList()));
    }

    @Override
    public Flux<Payment> lock(Collection<UUID> paymentIds) {
        return Flux.defer(() -> Flux.fromIterable(state.payments.values().stream()
                .filter(payment -> paymentIds.contains(payment.id()))
                .toList()));
    }

    @Override
    public Flux<Payment> lockDue(NextStep.Kind step, Instant now, int limit) {
        return Flux.defer(() -> Flux.fromIterable(state.payments.values().stream()
                .filter(payment -> isDue(payment, step, now))
                .sorted(Comparator.comparing(
                        payment -> Objects.requireNonNull(payment.next()).dueAt()))
                .limit(limit)
                .toList()));
    }

    private static boolean isDue(Payment payment, NextStep.Kind step, Instant now) {
        NextStep next = payment.next();
        return next != null && next.kind() == step && !next.dueAt().isAfter(now);
    }

    @Override
    public Mono<Void> save(List<Change> changes) {
        return Mono.fromRunnable(() -> changes.forEach(change -> {
            if (!change.before().equals(get(change.before().id()))) {
                throw new IllegalStateException("overtaken");
            }
            put(change.after());
        }));
    }

    @Override
    public Mono<Map<String, UUID>> claim(Map<String, UUID> claimantByUtr) {
        return Mono.fromSupplier(() -> {
            claimantByUtr.forEach(state.utrs::putIfAbsent);
            Map<String, UUID> owners = new HashMap<>(state.utrs);
            owners.keySet().retainAll(claimantByUtr.keySet());
            return owners;
        });
    }

    @Override
    public Mono<Void> book(List<Change> changes) {
        return Mono.fromRunnable(() -> state.booked.addAll(changes));
    }

    @Override
    public Mono<Void> record(List<Discrepancy> discrepancies, Instant noticedAt) {
        return Mono.fromRunnable(() -> state.discrepancies.addAll(discrepancies));
    }

    @Override
    public Flux<ProviderEvent> recordNew(List<ProviderEvent> events, Instant receivedAt) {
        return Flux.defer(() -> Flux.fromIterable(events.stream()
                .filter(event -> state.events.putIfAbsent(event.eventId(), event) == null)
                .peek(event -> state.verdicts.put(event.eventId(), "WAITING"))
                .toList()));
    }

    @Override
    public Mono<Void> conclude(List<Conclusion> conclusions) {
        return Mono.fromRunnable(() -> conclusions.forEach(conclusion ->
                state.verdicts.put(conclusion.eventId(), conclusion.verdict().name())));
    }

    @Override
    public Flux<ProviderEvent> lockReady(int limit) {
        return Flux.defer(() -> Flux.fromIterable(state.events.values().stream()
                .filter(event -> "WAITING".equals(state.verdicts.get(event.eventId())))
                .filter(event -> state.payments.containsKey(event.paymentId()))
                .limit(limit)
                .toList()));
    }
}
