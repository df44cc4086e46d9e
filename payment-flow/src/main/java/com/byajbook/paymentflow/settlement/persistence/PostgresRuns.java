package com.byajbook.paymentflow.settlement.persistence;

import static com.byajbook.platform.postgres.Rows.get;

import com.byajbook.paymentflow.settlement.domain.Tally;
import com.byajbook.paymentflow.settlement.usecase.FileSeal;
import com.byajbook.paymentflow.settlement.usecase.KeepRuns;
import com.byajbook.paymentflow.settlement.usecase.Run;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Owns {@code settlement_run}. Whoever changes a run has the attempt that took it last. */
@Repository
final class PostgresRuns implements KeepRuns {

    private static final String OPEN = """
            insert into settlement_run (provider, day, state, due_at)
            select provider, day, 'DUE', $3 from unnest($1::text[]) as provider, unnest($2::date[]) as day
            on conflict do nothing
            """;

    private static final String TAKE = """
            update settlement_run set due_at = $2, attempts = attempts + 1
            where (provider, day) = (select provider, day from settlement_run where due_at <= $1
                order by day, provider limit 1 for update skip locked)
            returning provider, day, state, attempts, fetch_no, checkpoint
            """;

    private static final String FETCHED = """
            update settlement_run
            set state = 'FETCHED', fetch_no = attempts, checkpoint = '', problem = null, file_lines = $4, file_bytes = $5,
                file_sha256 = $6, fetched_at = $7, lines = 0, matched = 0, missing_here = 0, missing_there = 0,
                different = 0, matched_paise = 0, bank_in_paise = 0, bank_out_paise = 0, books_in_paise = 0,
                books_out_paise = 0
            where provider = $1 and day = $2 and attempts = $3 and state = 'DUE'
            """;

    private static final String ADVANCE = """
            update settlement_run
            set state = $6, checkpoint = $7, lines = lines + $8, matched = matched + $9,
                missing_here = missing_here + $10, missing_there = missing_there + $11, different = different + $12,
                matched_paise = matched_paise + $13, bank_in_paise = bank_in_paise + $14,
                bank_out_paise = bank_out_paise + $15, books_in_paise = books_in_paise + $16,
                books_out_paise = books_out_paise + $17
            where provider = $1 and day = $2 and attempts = $3 and state = $4 and checkpoint = $5
            """;

    private static final String FINISH = """
            update settlement_run set state = 'FINISHED', due_at = null, checkpoint = '', finished_at = $4
            where provider = $1 and day = $2 and attempts = $3 and state = 'SEARCHED'
            """;

    private static final String POSTPONE = """
            update settlement_run set problem = $4, due_at = $5
            where provider = $1 and day = $2 and attempts = $3 and state = 'DUE'
            """;

    private static final String REDO = """
            update settlement_run set state = 'DUE', due_at = $3, checkpoint = ''
            where provider = $1 and day = $2 and state = 'FINISHED'
            """;

    private final DatabaseClient database;

    PostgresRuns(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> open(Collection<String> providers, List<LocalDate> days, Instant dueAt) {
        return database.sql(OPEN)
                .bind("$1", providers.toArray(String[]::new))
                .bind("$2", days.toArray(LocalDate[]::new))
                .bind("$3", dueAt)
                .then();
    }

    @Override
    public Mono<Run> take(Instant now, Instant leaseEnd) {
        return database.sql(TAKE)
                .bind("$1", now)
                .bind("$2", leaseEnd)
                .map(PostgresRuns::read)
                .one();
    }

    @Override
    public Mono<Run> keepFetched(Run run, FileSeal seal, Instant at) {
        return only(
                run.fetched(),
                of(FETCHED, run)
                        .bind("$4", seal.lines())
                        .bind("$5", seal.bytes())
                        .bind("$6", seal.sha256())
                        .bind("$7", at));
    }

    @Override
    public Mono<Run> advance(Run from, Run to, Tally counted) {
        return only(
                to,
                of(ADVANCE, from)
                        .bind("$4", from.state().name())
                        .bind("$5", from.checkpoint())
                        .bind("$6", to.state().name())
                        .bind("$7", to.checkpoint())
                        .bind("$8", counted.lines())
                        .bind("$9", counted.matched())
                        .bind("$10", counted.missingHere())
                        .bind("$11", counted.missingThere())
                        .bind("$12", counted.different())
                        .bind("$13", counted.matchedPaise())
                        .bind("$14", counted.bank().inPaise())
                        .bind("$15", counted.bank().outPaise())
                        .bind("$16", counted.books().inPaise())
                        .bind("$17", counted.books().outPaise()));
    }

    @Override
    public Mono<Run> finish(Run run, Instant at) {
        return only(run.at(Run.State.FINISHED, ""), of(FINISH, run).bind("$4", at));
    }

    @Override
    public Mono<Void> postpone(Run run, String problem, Instant dueAt) {
        return of(POSTPONE, run).bind("$4", problem).bind("$5", dueAt).then();
    }

    @Override
    public Mono<Void> redo(String provider, LocalDate day, Instant dueAt) {
        return database.sql(REDO)
                .bind("$1", provider)
                .bind("$2", day)
                .bind("$3", dueAt)
                .then();
    }

    private DatabaseClient.GenericExecuteSpec of(String sql, Run run) {
        return database.sql(sql)
                .bind("$1", run.provider())
                .bind("$2", run.day())
                .bind("$3", run.attempt());
    }

    /** Whoever lost the run to somebody else undoes what he did for it. */
    private static Mono<Run> only(Run then, DatabaseClient.GenericExecuteSpec update) {
        return update.fetch()
                .rowsUpdated()
                .flatMap(rows -> rows == 1
                        ? Mono.just(then)
                        : Mono.error(() -> new OptimisticLockingFailureException(
                                "the settlement of " + then + " was taken over by somebody else")));
    }

    private static Run read(Readable row) {
        return new Run(
                get(row, "provider", String.class),
                get(row, "day", LocalDate.class),
                Run.State.valueOf(get(row, "state", String.class)),
                get(row, "attempts", Integer.class),
                get(row, "fetch_no", Integer.class),
                get(row, "checkpoint", String.class));
    }
}
