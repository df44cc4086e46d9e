package com.byajbook.loanengine.autopay.persistence;

import com.byajbook.loanengine.autopay.domain.Attempt;
import com.byajbook.loanengine.autopay.domain.Attempt.Outcome;
import com.byajbook.loanengine.autopay.domain.InstalmentKey;
import com.byajbook.loanengine.autopay.usecase.KeepAttempts;
import com.byajbook.platform.postgres.Columns;
import com.byajbook.platform.postgres.Rows;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Owns {@code autopay_attempt}. */
@Repository
class PostgresAttempts implements KeepAttempts {

    private static final String FIND = """
            select payment_id, loan_id, number, attempt, amount_paise, by_mandate, asked_at, outcome, version
            from autopay_attempt where payment_id = any($1::uuid[])
            """;

    private static final String UNDER_WAY = """
            select loan_id, sum(amount_paise)::bigint as paise from autopay_attempt
            where loan_id = any($1::uuid[]) and outcome in ('PENDING', 'UNKNOWN') group by loan_id
            """;

    private static final String ADD = """
            insert into autopay_attempt (payment_id, loan_id, number, attempt, amount_paise, by_mandate, asked_at, outcome,
                version)
            select * from unnest($1::uuid[], $2::uuid[], $3::int[], $4::int[], $5::bigint[], $6::boolean[],
                $7::timestamptz[], $8::text[], $9::int[])
            """;

    private static final String SAVE = """
            update autopay_attempt as attempt set outcome = heard.outcome, version = heard.version
            from unnest($1::uuid[], $2::text[], $3::int[]) as heard (payment_id, outcome, version)
            where attempt.payment_id = heard.payment_id
            """;

    private final DatabaseClient database;

    PostgresAttempts(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<UUID, Attempt>> find(Collection<UUID> paymentIds) {
        return Mono.defer(() -> database.sql(FIND)
                .bind(0, paymentIds.toArray(UUID[]::new))
                .map(PostgresAttempts::read)
                .all()
                .collectMap(Attempt::paymentId));
    }

    @Override
    public Mono<Map<UUID, Long>> underWay(Collection<UUID> loanIds) {
        return Mono.defer(() -> database.sql(UNDER_WAY)
                .bind(0, loanIds.toArray(UUID[]::new))
                .map(row -> Map.entry(Rows.get(row, "loan_id", UUID.class), Rows.get(row, "paise", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Mono<Void> add(List<Attempt> attempts) {
        if (attempts.isEmpty()) {
            return Mono.empty();
        }
        Columns<Attempt> rows = new Columns<>(attempts);
        return Mono.defer(() -> database.sql(ADD)
                .bind(0, rows.uuids(Attempt::paymentId))
                .bind(1, rows.uuids(row -> row.key().loanId()))
                .bind(2, rows.integers(row -> row.key().number()))
                .bind(3, rows.integers(Attempt::attempt))
                .bind(4, rows.longs(Attempt::amountPaise))
                .bind(5, rows.booleans(Attempt::byMandate))
                .bind(6, rows.instants(Attempt::askedAt))
                .bind(7, rows.names(Attempt::outcome))
                .bind(8, rows.integers(Attempt::version))
                .then());
    }

    @Override
    public Mono<Void> save(List<Attempt> attempts) {
        if (attempts.isEmpty()) {
            return Mono.empty();
        }
        Columns<Attempt> rows = new Columns<>(attempts);
        return Mono.defer(() -> database.sql(SAVE)
                .bind(0, rows.uuids(Attempt::paymentId))
                .bind(1, rows.names(Attempt::outcome))
                .bind(2, rows.integers(Attempt::version))
                .then());
    }

    private static Attempt read(Readable row) {
        return new Attempt(
                Rows.get(row, "payment_id", UUID.class),
                new InstalmentKey(Rows.get(row, "loan_id", UUID.class), Rows.get(row, "number", Integer.class)),
                Rows.get(row, "attempt", Integer.class),
                Rows.get(row, "amount_paise", Long.class),
                Rows.get(row, "by_mandate", Boolean.class),
                Rows.get(row, "asked_at", Instant.class),
                Outcome.valueOf(Rows.get(row, "outcome", String.class)),
                Rows.get(row, "version", Integer.class));
    }
}
