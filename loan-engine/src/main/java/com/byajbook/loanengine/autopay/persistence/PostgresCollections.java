package com.byajbook.loanengine.autopay.persistence;

import com.byajbook.loanengine.autopay.domain.CollectionState;
import com.byajbook.loanengine.autopay.domain.InstalmentCollection;
import com.byajbook.loanengine.autopay.domain.InstalmentKey;
import com.byajbook.loanengine.autopay.usecase.KeepCollections;
import com.byajbook.platform.postgres.Columns;
import com.byajbook.platform.postgres.Rows;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Owns {@code autopay_instalment}. */
@Repository
class PostgresCollections implements KeepCollections {

    private static final String COLUMNS = """
            select loan_id, number, due_on, noticed_at, noticed_paise, state, attempts, next_at from autopay_instalment
            """;

    private static final String ADD = """
            insert into autopay_instalment (loan_id, number, due_on, noticed_at, noticed_paise, state, attempts, next_at)
            select loan_id, number, due_on, noticed_at, noticed_paise, 'NOTICED', 0, next_at
            from unnest($1::uuid[], $2::int[], $3::date[], $4::timestamptz[], $5::bigint[], $6::timestamptz[])
                as noticed (loan_id, number, due_on, noticed_at, noticed_paise, next_at)
            order by loan_id, number
            on conflict (loan_id, number) do nothing
            returning loan_id, number
            """;

    private static final String LOCK_DUE = COLUMNS + " where next_at <= $1 order by next_at, loan_id, number limit $2"
            + " for no key update skip locked";

    private static final String LOCK = COLUMNS + """
             where (loan_id, number) in (select * from unnest($1::uuid[], $2::int[]))
            order by loan_id, number for no key update
            """;

    private static final String SAVE = """
            update autopay_instalment as instalment
            set state = changed.state, attempts = changed.attempts, next_at = changed.next_at
            from unnest($1::uuid[], $2::int[], $3::text[], $4::int[], $5::timestamptz[])
                as changed (loan_id, number, state, attempts, next_at)
            where instalment.loan_id = changed.loan_id and instalment.number = changed.number
            """;

    private static final String LIST = COLUMNS + " where loan_id = $1 order by number";

    private final DatabaseClient database;

    PostgresCollections(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Set<InstalmentKey>> add(List<InstalmentCollection> noticed) {
        if (noticed.isEmpty()) {
            return Mono.just(Set.of());
        }
        Columns<InstalmentCollection> rows = new Columns<>(noticed);
        return Mono.defer(() -> database.sql(ADD)
                .bind(0, rows.uuids(row -> row.key().loanId()))
                .bind(1, rows.integers(row -> row.key().number()))
                .bind(2, rows.dates(InstalmentCollection::dueOn))
                .bind(3, rows.instants(InstalmentCollection::noticedAt))
                .bind(4, rows.longs(InstalmentCollection::noticedPaise))
                .bind(5, rows.instants(InstalmentCollection::nextAt))
                .map(PostgresCollections::key)
                .all()
                .collect(Collectors.toSet()));
    }

    @Override
    public Mono<List<InstalmentCollection>> lockDue(Instant now, int limit) {
        return Mono.defer(() -> database.sql(LOCK_DUE)
                .bind(0, now)
                .bind(1, limit)
                .map(PostgresCollections::read)
                .all()
                .collectList());
    }

    @Override
    public Mono<Map<InstalmentKey, InstalmentCollection>> lock(Collection<InstalmentKey> keys) {
        Columns<InstalmentKey> rows = new Columns<>(List.copyOf(keys));
        return Mono.defer(() -> database.sql(LOCK)
                .bind(0, rows.uuids(InstalmentKey::loanId))
                .bind(1, rows.integers(InstalmentKey::number))
                .map(PostgresCollections::read)
                .all()
                .collectMap(InstalmentCollection::key));
    }

    @Override
    public Mono<Void> save(List<InstalmentCollection> collections) {
        if (collections.isEmpty()) {
            return Mono.empty();
        }
        Columns<InstalmentCollection> rows = new Columns<>(collections);
        return Mono.defer(() -> database.sql(SAVE)
                .bind(0, rows.uuids(row -> row.key().loanId()))
                .bind(1, rows.integers(row -> row.key().number()))
                .bind(2, rows.names(InstalmentCollection::state))
                .bind(3, rows.integers(InstalmentCollection::attempts))
                .bind(4, rows.instants(InstalmentCollection::nextAt))
                .then());
    }

    @Override
    public Mono<List<InstalmentCollection>> list(UUID loanId) {
        return Mono.defer(() -> database.sql(LIST)
                .bind(0, loanId)
                .map(PostgresCollections::read)
                .all()
                .collectList());
    }

    private static InstalmentKey key(Readable row) {
        return new InstalmentKey(Rows.get(row, "loan_id", UUID.class), Rows.get(row, "number", Integer.class));
    }

    private static InstalmentCollection read(Readable row) {
        return new InstalmentCollection(
                key(row),
                Rows.get(row, "due_on", LocalDate.class),
                Rows.get(row, "noticed_at", Instant.class),
                Rows.get(row, "noticed_paise", Long.class),
                CollectionState.valueOf(Rows.get(row, "state", String.class)),
                Rows.get(row, "attempts", Integer.class),
                row.get("next_at", Instant.class));
    }
}
