package com.byajbook.loanengine.autopay.usecase;

import com.byajbook.loanengine.autopay.domain.Autopay;
import com.byajbook.loanengine.autopay.domain.CollectionRules;
import com.byajbook.loanengine.autopay.domain.InstalmentCollection;
import com.byajbook.loanengine.autopay.domain.InstalmentKey;
import com.byajbook.loanengine.autopay.usecase.Transactions.Effect;
import com.byajbook.loanengine.servicing.usecase.ListOwed.OwedLoan;
import com.byajbook.platform.message.Message;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Tells borrowers a day before what will be collected. Loans go by in bounded batches; each keeps the day on which it was
 * looked at, in the same transaction, so a run that was cut off goes on where it stopped.
 */
public final class GiveNotices {

    /** Why a mandate is given back that nobody asked back. */
    static final String LOAN_ENDED = "LOAN_ENDED";

    private final Transactions transactions;
    private final KeepAutopays autopays;
    private final KeepCollections collections;
    private final FindOwed owed;
    private final CollectionRules rules;
    private final AutopaySignals signals;
    private final Clock clock;
    private final int batchSize;

    public GiveNotices(
            Transactions transactions,
            KeepAutopays autopays,
            KeepCollections collections,
            FindOwed owed,
            CollectionRules rules,
            AutopaySignals signals,
            Clock clock,
            int batchSize) {
        this.transactions = transactions;
        this.autopays = autopays;
        this.collections = collections;
        this.owed = owed;
        this.rules = rules;
        this.signals = signals;
        this.clock = clock;
        this.batchSize = batchSize;
    }

    /** One batch. @return how many loans were looked at, at most the batch size */
    public Mono<Integer> giveSome() {
        return transactions.commit(Mono.defer(() -> {
            Instant now = clock.instant();
            LocalDate day = rules.noticeDay(now);
            return autopays.lockUnseen(day, batchSize).flatMap(unseen -> look(unseen, day, now));
        }));
    }

    private Mono<Effect<Integer>> look(List<Autopay> unseen, LocalDate day, Instant now) {
        if (unseen.isEmpty()) {
            return Mono.just(new Effect<>(0, List.of()));
        }
        return owed.lock(unseen.stream().map(Autopay::loanId).toList())
                .map(served -> unseen.stream()
                        .map(autopay -> look(autopay, served.get(autopay.loanId()), day, now))
                        .toList())
                .flatMap(this::save);
    }

    private Look look(Autopay autopay, @Nullable OwedLoan loan, LocalDate day, Instant now) {
        if (loan == null) {
            return new Look(autopay.revoke(LOAN_ENDED, now), List.of());
        }
        List<InstalmentCollection> noticed = loan.unpaid().stream()
                .filter(row -> autopay.covers(row.dueOn()) && rules.isToBeNoticed(row.dueOn(), day))
                .map(row -> InstalmentCollection.noticed(
                        new InstalmentKey(autopay.loanId(), row.number()), row.dueOn(), row.paise(), now, rules))
                .toList();
        return new Look(autopay.seen(day), noticed);
    }

    private Mono<Effect<Integer>> save(List<Look> looks) {
        List<InstalmentCollection> noticed =
                looks.stream().flatMap(each -> each.noticed().stream()).toList();
        return autopays.save(looks.stream().map(Look::after).toList())
                .then(Mono.defer(() -> collections.add(noticed)))
                .doOnNext(added -> signals.noticed(added.size()))
                .map(added -> new Effect<>(
                        looks.size(),
                        looks.stream().flatMap(each -> messages(each, added)).toList()));
    }

    private Stream<Message> messages(Look look, Set<InstalmentKey> added) {
        Autopay autopay = look.after();
        UUID borrower = autopay.borrowerId();
        return autopay.isActive()
                ? look.noticed().stream()
                        .filter(each -> added.contains(each.key()))
                        .map(each -> AutopayMessages.upcoming(each, borrower, rules))
                : Stream.of(AutopayMessages.revoke(autopay));
    }

    private record Look(Autopay after, List<InstalmentCollection> noticed) {}
}
