package com.byajbook.paymentflow.ledger.usecase;

import com.byajbook.paymentflow.ledger.domain.Hold;
import com.byajbook.paymentflow.ledger.domain.LedgerCommand;
import com.byajbook.paymentflow.ledger.domain.LedgerOutcome;
import java.time.Clock;
import java.util.List;
import reactor.core.publisher.Mono;

/** Gives back what was held for too long. A hold whose time is over cannot be posted any more, swept or not. */
public final class ExpireHolds {

    private final FindExpiredHolds holds;
    private final KeepLedger ledger;
    private final InTransaction transaction;
    private final Clock clock;
    private final int batch;

    /** At most {@code batch} holds at once. */
    public ExpireHolds(FindExpiredHolds holds, KeepLedger ledger, InTransaction transaction, Clock clock, int batch) {
        this.holds = holds;
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
        this.batch = batch;
    }

    /** Expires a batch. @return how many it found; less than a batch when there are no more */
    public Mono<Integer> expireSome() {
        return Mono.defer(() -> holds.find(clock.instant(), batch)
                        .<LedgerCommand>map(hold -> new LedgerCommand.End(hold, Hold.State.EXPIRED))
                        .collectList())
                .flatMap(this::end);
    }

    /** One that somebody resolved meanwhile is refused, which is as well. */
    private Mono<Integer> end(List<LedgerCommand> ends) {
        Mono<List<LedgerOutcome>> ended = transaction.of(ledger.apply(ends));
        return ended.thenReturn(ends.size());
    }
}
