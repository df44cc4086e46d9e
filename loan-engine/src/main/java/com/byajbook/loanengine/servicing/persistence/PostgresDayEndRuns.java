package com.byajbook.loanengine.servicing.persistence;

import com.byajbook.loanengine.servicing.usecase.DayEndRuns;
import com.byajbook.loanengine.servicing.usecase.FindDoneDays;
import com.byajbook.platform.postgres.Rows;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Owns {@code day_end_run}. */
@Repository
class PostgresDayEndRuns implements DayEndRuns, FindDoneDays {

    /** The day after the last one that is done; on the very first start, the last day itself. */
    private static final String BEGIN = """
            insert into day_end_run (day, state)
            select next, 'RUNNING' from (select coalesce(max(day) + 1, $1::date) as next from day_end_run) as days
            where next <= $1::date and not exists (select from day_end_run where state = 'RUNNING')
            on conflict do nothing
            """;

    private static final String RUNNING = "select day from day_end_run where state = 'RUNNING' and day <= $1";

    private static final String LAST_DONE =
            "select day from day_end_run where state = 'DONE' order by day desc limit 1";

    /** Whoever else holds it is at work: nobody waits for that. */
    private static final String HOLD = """
            select day, last_loan_id from day_end_run
            where day = $1 and state = 'RUNNING' for no key update skip locked
            """;

    private static final String ADVANCE = """
            update day_end_run
            set last_loan_id = $2, looked = looked + $3, charged = charged + $4, reclassed = reclassed + $5, state = $6
            where day = $1
            """;

    private final DatabaseClient database;
    private final PostgresLoanAccounts accounts;
    private final PostgresBooks books;

    PostgresDayEndRuns(DatabaseClient database, PostgresLoanAccounts accounts, PostgresBooks books) {
        this.database = database;
        this.accounts = accounts;
        this.books = books;
    }

    @Override
    public Mono<LocalDate> findNext(LocalDate last) {
        return database.sql(BEGIN)
                .bind(0, last)
                .then()
                .then(Mono.defer(() -> database.sql(RUNNING)
                        .bind(0, last)
                        .map(row -> Rows.get(row, "day", LocalDate.class))
                        .one()));
    }

    @Override
    public Mono<LocalDate> findLast() {
        return database.sql(LAST_DONE)
                .map(row -> Rows.get(row, "day", LocalDate.class))
                .one();
    }

    @Override
    public Mono<Checkpoint> hold(LocalDate day) {
        return database.sql(HOLD)
                .bind(0, day)
                .map(row -> new Checkpoint(Rows.get(row, "day", LocalDate.class), row.get("last_loan_id", UUID.class)))
                .one();
    }

    @Override
    public Mono<Batch> next(@Nullable UUID after, LocalDate day, int limit) {
        return accounts.inService(after, limit).flatMap(loans -> load(loans, day));
    }

    private Mono<Batch> load(List<UUID> loans, LocalDate day) {
        if (loans.isEmpty()) {
            return Mono.just(new Batch(null, 0, List.of()));
        }
        return accounts.lockInArrears(loans, day)
                .flatMap(books::complete)
                .map(inArrears -> new Batch(loans.get(loans.size() - 1), loans.size(), inArrears));
    }

    @Override
    public Mono<Void> mark(List<UUID> loanIds, LocalDate day) {
        return loanIds.isEmpty() ? Mono.empty() : accounts.mark(loanIds, day);
    }

    @Override
    public Mono<Void> advance(Progress progress) {
        UUID last = progress.lastLoanId();
        DatabaseClient.GenericExecuteSpec update = database.sql(ADVANCE).bind(0, progress.day());
        return (last == null ? update.bindNull(1, UUID.class) : update.bind(1, last))
                .bind(2, progress.looked())
                .bind(3, progress.charged())
                .bind(4, progress.reclassed())
                .bind(5, progress.isDone() ? "DONE" : "RUNNING")
                .then();
    }
}
