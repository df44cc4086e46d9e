package com.byajbook.loanengine.servicing.usecase;

import com.byajbook.loanengine.servicing.domain.Account;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** How far the ends of days are. */
public interface DayEndRuns {

    /** The oldest day that is not done and not after this one, begun if it was not; empty when all are done. */
    Mono<LocalDate> findNext(LocalDate last);

    /** Where a day's run stopped, held until the transaction ends; empty when it is done or somebody else holds it. */
    Mono<Checkpoint> hold(LocalDate day);

    /** The next accounts in service after this loan, locked, of which those in arrears are loaded. */
    Mono<Batch> next(@Nullable UUID after, LocalDate day, int limit);

    /** Notes with these accounts that the day is done for them. */
    Mono<Void> mark(List<UUID> loanIds, LocalDate day);

    /** Moves the checkpoint. */
    Mono<Void> advance(Progress progress);

    /** The last loan that was looked at. */
    record Checkpoint(LocalDate day, @Nullable UUID lastLoanId) {}

    /**
     * Accounts to look at.
     *
     * @param last the last loan of the batch; null when there was none
     * @param looked how many there were, regular ones included
     * @param inArrears those for which the day's end may change something
     */
    record Batch(@Nullable UUID last, int looked, List<Account> inArrears) {}

    /** What a batch did. */
    record Progress(LocalDate day, @Nullable UUID lastLoanId, int looked, int charged, int reclassed, boolean isDone) {}
}
