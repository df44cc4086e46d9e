package com.byajbook.loanengine.marketplace.persistence;

import com.byajbook.loanengine.marketplace.domain.Commitment;
import com.byajbook.loanengine.marketplace.domain.CommitmentState;
import com.byajbook.loanengine.marketplace.usecase.KeepCommitments;
import com.byajbook.platform.postgres.Columns;
import com.byajbook.platform.postgres.Rows;
import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Owns {@code commitment}. */
@Repository
class PostgresCommitments implements KeepCommitments {

    private static final String COLUMNS = """
            id, loan_id, lender_id, borrower_id, amount_paise, state, version, reason, created_at, updated_at
            """;

    private static final String FIND = "select " + COLUMNS + " from commitment where id = any($1::uuid[])";

    private static final String LIST_LIVE = "select " + COLUMNS + """
             from commitment where loan_id = any($1::uuid[]) and state in ('RESERVED', 'HELD', 'INVESTED')
            order by created_at, id
            """;

    /** What is refused has no listing whose lock would guard it, so the same commitment may come from two sides at once. */
    private static final String INSERT = """
            insert into commitment (id, loan_id, lender_id, borrower_id, amount_paise, state, version, reason,
                created_at, updated_at)
            select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::bigint[], $6::text[], $7::int[],
                $8::text[], $9::timestamptz[], $10::timestamptz[])
            on conflict (id) do nothing
            """;

    private static final String SAVE = """
            update commitment
            set state = now.state, version = now.version, reason = now.reason, updated_at = now.updated_at
            from unnest($1::uuid[], $2::text[], $3::int[], $4::text[], $5::timestamptz[])
                as now (id, state, version, reason, updated_at)
            where commitment.id = now.id and commitment.version = now.version - 1
            """;

    private final DatabaseClient database;

    PostgresCommitments(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<UUID, Commitment>> find(Collection<UUID> ids) {
        return Mono.defer(() -> database.sql(FIND)
                .bind(0, ids.toArray(UUID[]::new))
                .map(PostgresCommitments::commitment)
                .all()
                .collectMap(Commitment::id));
    }

    @Override
    public Mono<List<Commitment>> listLive(Collection<UUID> loans) {
        return Mono.defer(() -> database.sql(LIST_LIVE)
                .bind(0, loans.toArray(UUID[]::new))
                .map(PostgresCommitments::commitment)
                .all()
                .collectList());
    }

    @Override
    public Mono<Void> insert(List<Commitment> commitments) {
        return commitments.isEmpty() ? Mono.empty() : Mono.defer(() -> insert(new Columns<>(commitments)));
    }

    private Mono<Void> insert(Columns<Commitment> commitments) {
        return database.sql(INSERT)
                .bind(0, commitments.uuids(Commitment::id))
                .bind(1, commitments.uuids(Commitment::loanId))
                .bind(2, commitments.uuids(Commitment::lenderId))
                .bind(3, commitments.uuids(Commitment::borrowerId))
                .bind(4, commitments.longs(Commitment::amountPaise))
                .bind(5, commitments.names(Commitment::state))
                .bind(6, commitments.integers(Commitment::version))
                .bind(7, commitments.texts(Commitment::reason))
                .bind(8, commitments.instants(Commitment::createdAt))
                .bind(9, commitments.instants(Commitment::updatedAt))
                .then();
    }

    @Override
    public Mono<Void> save(List<Commitment> commitments) {
        return commitments.isEmpty()
                ? Mono.empty()
                : Mono.defer(() -> save(commitments.size(), new Columns<>(commitments)));
    }

    private Mono<Void> save(int expected, Columns<Commitment> commitments) {
        return database.sql(SAVE)
                .bind(0, commitments.uuids(Commitment::id))
                .bind(1, commitments.names(Commitment::state))
                .bind(2, commitments.integers(Commitment::version))
                .bind(3, commitments.texts(Commitment::reason))
                .bind(4, commitments.instants(Commitment::updatedAt))
                .fetch()
                .rowsUpdated()
                .flatMap(saved -> saved == expected
                        ? Mono.empty()
                        : Mono.error(() ->
                                new IllegalStateException("a commitment changed although its listing was locked")));
    }

    private static Commitment commitment(Readable row) {
        return new Commitment(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "loan_id", UUID.class),
                Rows.get(row, "lender_id", UUID.class),
                row.get("borrower_id", UUID.class),
                Rows.get(row, "amount_paise", Long.class),
                CommitmentState.valueOf(Rows.get(row, "state", String.class)),
                Rows.get(row, "version", Integer.class),
                row.get("reason", String.class),
                Rows.get(row, "created_at", OffsetDateTime.class).toInstant(),
                Rows.get(row, "updated_at", OffsetDateTime.class).toInstant());
    }
}
