package com.byajbook.loanengine.servicing.usecase;

import com.byajbook.loanengine.servicing.domain.Amounts;
import com.byajbook.loanengine.servicing.domain.DayEnd;
import com.byajbook.loanengine.servicing.domain.EntryKind;
import com.byajbook.loanengine.servicing.usecase.AnnounceStanding.Changed;
import com.byajbook.loanengine.servicing.usecase.CommitEffect.Effect;
import com.byajbook.loanengine.servicing.usecase.DayEndRuns.Batch;
import com.byajbook.loanengine.servicing.usecase.DayEndRuns.Checkpoint;
import com.byajbook.loanengine.servicing.usecase.DayEndRuns.Progress;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The end of a day: penalties for it and the class of each loan in arrears. Accounts go by in bounded batches in the order
 * of their ids; the transaction of a batch moves the checkpoint as well, so a run that was cut off goes on where it stopped.
 */
public final class RunDayEnd {

    private final DayEndRuns runs;
    private final HoldAccounts accounts;
    private final AnnounceStanding announcing;
    private final CommitEffect transaction;
    private final Clock clock;
    private final int batchSize;

    public RunDayEnd(
            DayEndRuns runs,
            HoldAccounts accounts,
            AnnounceStanding announcing,
            CommitEffect transaction,
            Clock clock,
            int batchSize) {
        this.runs = runs;
        this.accounts = accounts;
        this.announcing = announcing;
        this.transaction = transaction;
        this.clock = clock;
        this.batchSize = batchSize;
    }

    /**
     * Ends all days up to this one that are not ended, oldest first; each element is a committed batch. It completes when
     * all are done, or when another replica is at it.
     */
    public Flux<Progress> catchUp(LocalDate last) {
        return next(last).expand(done -> next(last));
    }

    private Mono<Progress> next(LocalDate last) {
        return Mono.defer(() -> runs.findNext(last)).flatMap(this::batch);
    }

    private Mono<Progress> batch(LocalDate day) {
        return transaction.commit(runs.hold(day).flatMap(this::work));
    }

    private Mono<Effect<Progress>> work(Checkpoint from) {
        return runs.next(from.lastLoanId(), from.day(), batchSize).flatMap(batch -> end(from, batch));
    }

    private Mono<Effect<Progress>> end(Checkpoint from, Batch batch) {
        LocalDate day = from.day();
        List<DayEnd> ended = batch.inArrears().stream()
                .map(account -> DayEnd.of(account, day))
                .toList();
        Progress progress = new Progress(
                day,
                batch.last() == null ? from.lastLoanId() : batch.last(),
                batch.looked(),
                (int) ended.stream().filter(DayEnd::isCharged).count(),
                (int) ended.stream().filter(DayEnd::isReclassed).count(),
                batch.looked() < batchSize);
        return save(ended, day)
                .then(Mono.defer(() -> runs.advance(progress)))
                .then(Mono.defer(() -> announcing.announce(reclassed(ended, day))))
                .map(messages -> new Effect<>(progress, messages));
    }

    private Mono<Void> save(List<DayEnd> ended, LocalDate day) {
        List<AccountChange> changes = ended.stream()
                .filter(each -> each.isCharged() || each.isReclassed())
                .map(this::change)
                .toList();
        return accounts.save(changes)
                .then(Mono.defer(() -> runs.mark(
                        ended.stream()
                                .map(each -> each.after().terms().loanId())
                                .toList(),
                        day)));
    }

    private AccountChange change(DayEnd ended) {
        Entry penalty = new Entry(
                ended.after().version(),
                clock.instant(),
                EntryKind.PENALTY,
                new Amounts(ended.penaltyPaise(), 0, 0, 0),
                0,
                null);
        return new AccountChange(ended.before(), ended.after(), ended.isCharged() ? List.of(penalty) : List.of());
    }

    /** As the next day begins. */
    private static List<Changed> reclassed(List<DayEnd> ended, LocalDate day) {
        return ended.stream()
                .filter(DayEnd::isReclassed)
                .map(each -> Standings.changed(each.after(), day.plusDays(1)))
                .toList();
    }
}
