package com.byajbook.paymentflow.stories;

import com.byajbook.paymentflow.ledger.domain.AccountKind;
import com.byajbook.paymentflow.ledger.domain.AccountName;
import com.byajbook.paymentflow.ledger.domain.Funds;
import com.byajbook.paymentflow.ledger.domain.LedgerCommand;
import com.byajbook.paymentflow.ledger.domain.LedgerOutcome;
import com.byajbook.paymentflow.ledger.usecase.KeepLedger;
import com.byajbook.paymentflow.ledger.usecase.LockLedger;
import com.byajbook.paymentflow.ledger.usecase.WriteLedger;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** The ledger of a running service, one transaction a batch, and what its tables say. */
final class StoredLedger {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int TRIES = 20;

    private final RunningService service;
    private final TransactionalOperator transactional;

    StoredLedger(RunningService service) {
        this.service = service;
        this.transactional = service.bean(TransactionalOperator.class);
    }

    /** In a transaction of its own, done again when somebody else was faster, as a consumer does. */
    Mono<List<LedgerOutcome>> asked(List<LedgerCommand> commands) {
        return service.bean(KeepLedger.class)
                .apply(commands)
                .as(transactional::transactional)
                .retryWhen(Retry.max(TRIES).filter(OptimisticLockingFailureException.class::isInstance));
    }

    List<LedgerOutcome> apply(List<LedgerCommand> commands) {
        return Objects.requireNonNull(asked(commands).block(PATIENCE));
    }

    LedgerOutcome apply(LedgerCommand command) {
        return apply(List.of(command)).get(0);
    }

    /** At a time of the test's own. */
    List<LedgerOutcome> applyAt(Instant now, List<LedgerCommand> commands) {
        LockLedger books = service.bean(LockLedger.class);
        WriteLedger writing = service.bean(WriteLedger.class);
        KeepLedger then = new KeepLedger(books, writing, Clock.fixed(now, ZoneOffset.UTC));
        return Objects.requireNonNull(
                then.apply(commands).as(transactional::transactional).block(PATIENCE));
    }

    /** Judges and writes, and then fails, as a process that dies before its commit. */
    Mono<Void> diesBeforeItsCommit(List<LedgerCommand> commands) {
        return service.bean(KeepLedger.class)
                .apply(commands)
                .<Void>flatMap(outcomes -> Mono.error(new IllegalStateException("died")))
                .as(transactional::transactional);
    }

    /** Every account that was ever used, with what it has. */
    Map<AccountName, Funds> funds() {
        return Objects.requireNonNull(database()
                .sql("select kind, owner_id, balance_paise, held_paise from ledger_account"
                        + " where balance_paise <> 0 or held_paise <> 0")
                .map(row -> Map.entry(name(row), new Funds(longOf(row, "balance_paise"), longOf(row, "held_paise"))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .block(PATIENCE));
    }

    Funds funds(AccountName account) {
        return funds().getOrDefault(account, Funds.NONE);
    }

    long number(String query) {
        return Objects.requireNonNull(database()
                .sql(query)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
                .block(PATIENCE));
    }

    void execute(String sql) {
        database().sql(sql).then().block(PATIENCE);
    }

    private DatabaseClient database() {
        return service.database();
    }

    private static AccountName name(Readable row) {
        return new AccountName(
                AccountKind.valueOf(Objects.requireNonNull(row.get("kind", String.class))),
                Objects.requireNonNull(row.get("owner_id", UUID.class)));
    }

    private static long longOf(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }
}
