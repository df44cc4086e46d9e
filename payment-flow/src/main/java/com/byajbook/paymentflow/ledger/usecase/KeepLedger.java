package com.byajbook.paymentflow.ledger.usecase;

import com.byajbook.paymentflow.ledger.domain.Books;
import com.byajbook.paymentflow.ledger.domain.Judgement;
import com.byajbook.paymentflow.ledger.domain.LedgerChanges;
import com.byajbook.paymentflow.ledger.domain.LedgerCommand;
import com.byajbook.paymentflow.ledger.domain.LedgerOutcome;
import com.byajbook.paymentflow.ledger.domain.LedgerReach;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * The one way to move money. It joins the transaction of whoever asks, so that the movement and its cause are one fact.
 *
 * <p>A transaction asks once, with all its commands, and as late as it can: the shared accounts are locked from here to its
 * commit, and everybody else's batch waits for them.
 */
public final class KeepLedger {

    private final LockLedger books;
    private final WriteLedger writing;
    private final Clock clock;

    public KeepLedger(LockLedger books, WriteLedger writing, Clock clock) {
        this.books = books;
        this.writing = writing;
        this.clock = clock;
    }

    /**
     * Judges the commands in their order and writes what they change; inside the current transaction.
     *
     * @return one outcome for each command, in their order
     */
    public Mono<List<LedgerOutcome>> apply(List<LedgerCommand> commands) {
        if (commands.isEmpty()) {
            return Mono.just(List.of());
        }
        return Mono.defer(() -> books.lock(LedgerReach.of(commands))).flatMap(before -> {
            Instant now = clock.instant();
            return write(Books.judge(commands, before, now), now);
        });
    }

    private Mono<List<LedgerOutcome>> write(Judgement judgement, Instant now) {
        LedgerChanges changes = judgement.changes();
        Mono<Void> written = changes.isEmpty() ? Mono.empty() : writing.write(changes, now);
        return written.thenReturn(judgement.outcomes());
    }
}
