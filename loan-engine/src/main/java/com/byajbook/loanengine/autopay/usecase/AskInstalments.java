package com.byajbook.loanengine.autopay.usecase;

import com.byajbook.loanengine.autopay.domain.Attempt;
import com.byajbook.loanengine.autopay.domain.Autopay;
import com.byajbook.loanengine.autopay.domain.CollectionRules;
import com.byajbook.loanengine.autopay.domain.InstalmentCollection;
import com.byajbook.loanengine.autopay.domain.NextMove;
import com.byajbook.loanengine.autopay.usecase.Transactions.Effect;
import com.byajbook.loanengine.servicing.usecase.ListOwed.OwedLoan;
import com.byajbook.platform.message.Message;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Asks for the instalments whose time has come: what is owed then, and nothing of what is paid. The attempt, its number and
 * the command to payment-flow are one transaction.
 */
public final class AskInstalments {

    private final Transactions transactions;
    private final KeepAutopays autopays;
    private final KeepCollections collections;
    private final KeepAttempts attempts;
    private final FindOwed owed;
    private final CollectionRules rules;
    private final AutopaySignals signals;
    private final Clock clock;
    private final int batchSize;

    public AskInstalments(
            Transactions transactions,
            KeepAutopays autopays,
            KeepCollections collections,
            KeepAttempts attempts,
            FindOwed owed,
            CollectionRules rules,
            AutopaySignals signals,
            Clock clock,
            int batchSize) {
        this.transactions = transactions;
        this.autopays = autopays;
        this.collections = collections;
        this.attempts = attempts;
        this.owed = owed;
        this.rules = rules;
        this.signals = signals;
        this.clock = clock;
        this.batchSize = batchSize;
    }

    /** One batch. @return how many instalments were due, at most the batch size */
    public Mono<Integer> askSome() {
        return transactions.commit(Mono.defer(() -> {
            Instant now = clock.instant();
            return collections.lockDue(now, batchSize).flatMap(due -> ask(due, now));
        }));
    }

    private Mono<Effect<Integer>> ask(List<InstalmentCollection> due, Instant now) {
        if (due.isEmpty()) {
            return Mono.just(new Effect<>(0, List.of()));
        }
        Set<UUID> loans = due.stream().map(each -> each.key().loanId()).collect(Collectors.toSet());
        return autopays.lock(loans)
                .flatMap(wishes -> owed.lock(loans)
                        .flatMap(served -> attempts.underWay(loans)
                                .map(underWay -> new Batch(now, wishes, served, new HashMap<>(underWay)))))
                .doOnNext(batch -> due.forEach(batch::decide))
                .flatMap(batch -> save(batch, due.size()));
    }

    private Mono<Effect<Integer>> save(Batch batch, int looked) {
        return collections
                .save(batch.after)
                .then(Mono.defer(() -> attempts.add(batch.asked)))
                .doOnSuccess(saved -> batch.asked.forEach(attempt -> signals.asked(attempt.byMandate())))
                .thenReturn(new Effect<>(looked, batch.messages));
    }

    /** Decides one instalment after the other; what is asked for counts as under way for those after it. */
    private final class Batch {

        private final Instant now;
        private final Map<UUID, Autopay> wishes;
        private final Map<UUID, OwedLoan> served;
        private final Map<UUID, Long> underWay;
        private final List<InstalmentCollection> after = new ArrayList<>();
        private final List<Attempt> asked = new ArrayList<>();
        private final List<Message> messages = new ArrayList<>();

        Batch(Instant now, Map<UUID, Autopay> wishes, Map<UUID, OwedLoan> served, Map<UUID, Long> underWay) {
            this.now = now;
            this.wishes = wishes;
            this.served = served;
            this.underWay = underWay;
        }

        void decide(InstalmentCollection due) {
            UUID loanId = due.key().loanId();
            Autopay wish = wishes.get(loanId);
            after.add(move(due, wish, served.get(loanId))
                    .fold(ask -> attempt(due, ask, wish), due::skipped, () -> due.postponed(now, rules)));
        }

        private NextMove move(InstalmentCollection due, @Nullable Autopay wish, @Nullable OwedLoan loan) {
            boolean wanted = wish != null && wish.isActive() && loan != null;
            long owes = loan == null ? 0 : loan.owedPaise(due.key().number());
            long dueNow = loan == null ? 0 : loan.duePaise(rules.day(now));
            return NextMove.of(
                    wanted, owes, dueNow, underWay.getOrDefault(due.key().loanId(), 0L), rules);
        }

        private InstalmentCollection attempt(InstalmentCollection due, NextMove.Ask ask, @Nullable Autopay wish) {
            Autopay wanted = Objects.requireNonNull(wish, "nothing is asked for that nobody wants");
            InstalmentCollection tried = due.asked(rules);
            UUID payment = AutopayMessages.paymentId(tried.key(), tried.attempts());
            Attempt attempt = Attempt.of(payment, tried, ask.paise(), ask.byMandate(), now);
            underWay.merge(tried.key().loanId(), ask.paise(), Long::sum);
            asked.add(attempt);
            messages.add(AutopayMessages.collect(attempt, wanted));
            return tried;
        }
    }
}
