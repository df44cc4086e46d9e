package com.byajbook.loanengine.autopay.usecase;

import com.byajbook.loanengine.autopay.domain.Attempt;
import com.byajbook.loanengine.autopay.domain.Attempt.Outcome;
import com.byajbook.loanengine.autopay.domain.Autopay;
import com.byajbook.loanengine.autopay.domain.CollectionRules;
import com.byajbook.loanengine.autopay.domain.InstalmentCollection;
import com.byajbook.loanengine.autopay.domain.InstalmentKey;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.PaymentChanged;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Learns what became of attempts. A first presentation that bounced is charged for, in a transaction of its own and before
 * its outcome is noted: whoever dies in between finds it charged already.
 */
public final class LearnOutcomes {

    private final Transactions transactions;
    private final KeepAutopays autopays;
    private final KeepCollections collections;
    private final KeepAttempts attempts;
    private final ChargeForBounce bounces;
    private final CollectionRules rules;
    private final AutopaySignals signals;
    private final Clock clock;

    public LearnOutcomes(
            Transactions transactions,
            KeepAutopays autopays,
            KeepCollections collections,
            KeepAttempts attempts,
            ChargeForBounce bounces,
            CollectionRules rules,
            AutopaySignals signals,
            Clock clock) {
        this.transactions = transactions;
        this.autopays = autopays;
        this.collections = collections;
        this.attempts = attempts;
        this.bounces = bounces;
        this.rules = rules;
        this.signals = signals;
        this.clock = clock;
    }

    /** Completes when all of these that are about attempts are charged for and committed; others are passed over. */
    public Mono<Void> learn(List<PaymentChanged> events) {
        return Mono.defer(() -> attempts.find(payments(events))).flatMap(known -> {
            List<PaymentChanged> ours = events.stream()
                    .filter(event -> known.containsKey(event.paymentId()))
                    .toList();
            return ours.isEmpty()
                    ? Mono.empty()
                    : charge(ours, known).then(Mono.defer(() -> transactions.once(ours, this::note)));
        });
    }

    private Mono<Void> charge(List<PaymentChanged> ours, Map<UUID, Attempt> known) {
        List<PaymentChanged> bounced = ours.stream()
                .filter(event -> event.status() == PaymentChanged.Status.FAILED
                        && attempt(known, event).isFirstPresentation())
                .toList();
        if (bounced.isEmpty()) {
            return Mono.empty();
        }
        return autopays.find(bounced.stream().map(PaymentChanged::loanId).toList())
                .flatMapMany(wishes -> Flux.fromIterable(bounced).filter(event -> stands(wishes, event)))
                .concatMap(event -> bounces.charge(event.loanId(), event.paymentId()))
                .then();
    }

    /** A debit that fails because the mandate was given back meanwhile is nobody's fault. */
    private static boolean stands(Map<UUID, Autopay> wishes, PaymentChanged event) {
        Autopay wish = wishes.get(event.loanId());
        return wish != null && wish.isActive();
    }

    private Mono<List<Message>> note(List<PaymentChanged> fresh) {
        return attempts.find(payments(fresh))
                .flatMap(found -> collections
                        .lock(keys(found))
                        // Read again under the locks: another replica may have noted a later word meanwhile.
                        .flatMap(held -> attempts.find(payments(fresh)).map(known -> new Batch(held, known)))
                        .doOnNext(batch -> fresh.forEach(batch::learn))
                        .flatMap(this::save));
    }

    private Mono<List<Message>> save(Batch batch) {
        return collections
                .save(List.copyOf(batch.collections.values()))
                .then(Mono.defer(() -> attempts.save(List.copyOf(batch.attempts.values()))))
                .thenReturn(batch.messages);
    }

    private static Set<UUID> payments(List<PaymentChanged> events) {
        return events.stream().map(PaymentChanged::paymentId).collect(Collectors.toSet());
    }

    private static Set<InstalmentKey> keys(Map<UUID, Attempt> found) {
        return found.values().stream().map(Attempt::key).collect(Collectors.toSet());
    }

    private static Attempt attempt(Map<UUID, Attempt> known, PaymentChanged event) {
        return Objects.requireNonNull(known.get(event.paymentId()), "attempts are never deleted");
    }

    /** Attempts and their instalments as a batch of news leaves them. */
    private final class Batch {

        private final Map<InstalmentKey, InstalmentCollection> collections;
        private final Map<UUID, Attempt> attempts;
        private final List<Message> messages = new ArrayList<>();

        Batch(Map<InstalmentKey, InstalmentCollection> held, Map<UUID, Attempt> known) {
            this.collections = new LinkedHashMap<>(held);
            this.attempts = new LinkedHashMap<>(known);
        }

        void learn(PaymentChanged event) {
            Instant now = clock.instant();
            Attempt before = attempt(attempts, event);
            Attempt after = before.learn(Outcome.valueOf(event.status().name()), event.paymentVersion());
            if (after.equals(before)) {
                return;
            }
            attempts.put(after.paymentId(), after);
            if (after.outcome() != before.outcome()) {
                signals.learned(after.outcome());
                settle(after, event.payerId(), now);
            }
        }

        private void settle(Attempt attempt, UUID borrower, Instant now) {
            InstalmentCollection before =
                    Objects.requireNonNull(collections.get(attempt.key()), "an attempt has its instalment");
            InstalmentCollection after = before.learn(attempt, now, rules);
            collections.put(after.key(), after);
            if (after.isGivenUp() && !before.isGivenUp()) {
                signals.givenUp();
                messages.add(AutopayMessages.givenUp(after, attempt, borrower, now, rules));
            }
        }
    }
}
