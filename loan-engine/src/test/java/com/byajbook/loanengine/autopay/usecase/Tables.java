package com.byajbook.loanengine.autopay.usecase;

import com.byajbook.loanengine.autopay.domain.Attempt;
import com.byajbook.loanengine.autopay.domain.Autopay;
import com.byajbook.loanengine.autopay.domain.InstalmentCollection;
import com.byajbook.loanengine.autopay.domain.InstalmentKey;
import com.byajbook.platform.message.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** The tables of autopay in memory, with transactions that are taken back when they are killed. */
final class Tables implements Transactions {

    final Map<UUID, Autopay> autopays = new LinkedHashMap<>();
    final Map<InstalmentKey, InstalmentCollection> collections = new LinkedHashMap<>();
    final Map<UUID, Attempt> attempts = new LinkedHashMap<>();
    final List<Message> sent = new ArrayList<>();
    private final Set<UUID> inbox = new HashSet<>();

    /** Whether the transaction that is about to commit dies instead. */
    boolean killed;

    @Override
    public <M extends Message> Mono<Void> once(List<M> batch, Function<List<M>, Mono<List<Message>>> effect) {
        return commit(Mono.defer(() -> {
                    Set<UUID> seen = new HashSet<>(inbox);
                    List<M> fresh = batch.stream()
                            .filter(message -> seen.add(message.messageId()))
                            .toList();
                    return fresh.isEmpty()
                            ? Mono.just(new Effect<>(fresh, List.of()))
                            : effect.apply(fresh).map(messages -> new Effect<>(fresh, messages));
                }))
                .doOnNext(fresh -> fresh.forEach(message -> inbox.add(message.messageId())))
                .then();
    }

    @Override
    public <T> Mono<T> commit(Mono<Effect<T>> effect) {
        return Mono.defer(() -> {
            Map<UUID, Autopay> autopaysBefore = new LinkedHashMap<>(autopays);
            Map<InstalmentKey, InstalmentCollection> collectionsBefore = new LinkedHashMap<>(collections);
            Map<UUID, Attempt> attemptsBefore = new LinkedHashMap<>(attempts);
            return effect.map(this::end).doOnError(death -> {
                restore(autopays, autopaysBefore);
                restore(collections, collectionsBefore);
                restore(attempts, attemptsBefore);
            });
        });
    }

    private <T> T end(Effect<T> effect) {
        if (killed) {
            throw new IllegalStateException("the process was killed here");
        }
        sent.addAll(effect.messages());
        return effect.result();
    }

    private static <K, V> void restore(Map<K, V> table, Map<K, V> before) {
        table.clear();
        table.putAll(before);
    }

    <M extends Message> List<M> sent(Class<M> contract) {
        return sent.stream().filter(contract::isInstance).map(contract::cast).toList();
    }

    private static <K, V> Map<K, V> some(Map<K, V> rows, Collection<K> keys) {
        Map<K, V> found = new LinkedHashMap<>(rows);
        found.keySet().retainAll(keys);
        return found;
    }

    /** Rows of {@code autopay}. */
    final class Autopays implements KeepAutopays {
        @Override
        public Mono<Map<UUID, Autopay>> find(Collection<UUID> loanIds) {
            return Mono.fromSupplier(() -> some(autopays, loanIds));
        }

        @Override
        public Mono<Map<UUID, Autopay>> lock(Collection<UUID> loanIds) {
            return find(loanIds);
        }

        @Override
        public Mono<List<Autopay>> lockUnseen(LocalDate day, int limit) {
            return Mono.fromSupplier(() -> autopays.values().stream()
                    .filter(autopay -> autopay.isActive() && autopay.seenOn().isBefore(day))
                    .limit(limit)
                    .toList());
        }

        @Override
        public Mono<Void> save(List<Autopay> changed) {
            return Mono.fromRunnable(() -> changed.forEach(autopay -> autopays.put(autopay.loanId(), autopay)));
        }
    }

    /** Rows of {@code autopay_instalment}. */
    final class Collections implements KeepCollections {
        @Override
        public Mono<Set<InstalmentKey>> add(List<InstalmentCollection> noticed) {
            return Mono.fromSupplier(() -> noticed.stream()
                    .filter(each -> collections.putIfAbsent(each.key(), each) == null)
                    .map(InstalmentCollection::key)
                    .collect(Collectors.toSet()));
        }

        @Override
        public Mono<List<InstalmentCollection>> lockDue(Instant now, int limit) {
            return Mono.fromSupplier(() -> collections.values().stream()
                    .filter(each -> isDue(each, now))
                    .limit(limit)
                    .toList());
        }

        private boolean isDue(InstalmentCollection each, Instant now) {
            Instant at = each.nextAt();
            return at != null && !at.isAfter(now);
        }

        @Override
        public Mono<Map<InstalmentKey, InstalmentCollection>> lock(Collection<InstalmentKey> keys) {
            return Mono.fromSupplier(() -> some(collections, keys));
        }

        @Override
        public Mono<Void> save(List<InstalmentCollection> changed) {
            return Mono.fromRunnable(() -> changed.forEach(each -> collections.put(each.key(), each)));
        }

        @Override
        public Mono<List<InstalmentCollection>> list(UUID loanId) {
            return Mono.fromSupplier(() -> collections.values().stream()
                    .filter(each -> each.key().loanId().equals(loanId))
                    .sorted(Comparator.comparing(each -> each.key().number()))
                    .toList());
        }
    }

    /** Rows of {@code autopay_attempt}, with its unique keys. */
    final class Attempts implements KeepAttempts {
        @Override
        public Mono<Map<UUID, Attempt>> find(Collection<UUID> paymentIds) {
            return Mono.fromSupplier(() -> some(attempts, paymentIds));
        }

        @Override
        public Mono<Map<UUID, Long>> underWay(Collection<UUID> loanIds) {
            return Mono.fromSupplier(() -> attempts.values().stream()
                    .filter(each -> loanIds.contains(each.key().loanId()))
                    .filter(each -> !each.outcome().isFinal())
                    .collect(Collectors.groupingBy(
                            each -> each.key().loanId(), Collectors.summingLong(Attempt::amountPaise))));
        }

        @Override
        public Mono<Void> add(List<Attempt> added) {
            return Mono.fromRunnable(() -> added.forEach(this::insert));
        }

        private void insert(Attempt attempt) {
            boolean numberTaken = attempts.values().stream()
                    .anyMatch(each -> each.key().equals(attempt.key()) && each.attempt() == attempt.attempt());
            if (numberTaken || attempts.putIfAbsent(attempt.paymentId(), attempt) != null) {
                throw new IllegalStateException("one attempt of each number");
            }
        }

        @Override
        public Mono<Void> save(List<Attempt> changed) {
            return Mono.fromRunnable(() -> changed.forEach(each -> {
                Objects.requireNonNull(attempts.get(each.paymentId()), "only known attempts are heard of");
                attempts.put(each.paymentId(), each);
            }));
        }
    }
}
