package com.byajbook.loanengine.autopay.persistence;

import com.byajbook.loanengine.autopay.domain.Autopay;
import com.byajbook.loanengine.autopay.domain.AutopayState;
import com.byajbook.loanengine.autopay.usecase.KeepAutopays;
import com.byajbook.platform.postgres.Columns;
import com.byajbook.platform.postgres.Rows;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Owns {@code autopay}. Rows are locked and written in the order of their loans. */
@Repository
class PostgresAutopays implements KeepAutopays {

    private static final String FIND = """
            select loan_id, borrower_id, turn, mandate_id, state, reason, since, seen_on, version, updated_at
            from autopay where loan_id = any($1::uuid[])
            """;

    private static final String LOCK = FIND + " order by loan_id for update";

    private static final String LOCK_UNSEEN = """
            select loan_id, borrower_id, turn, mandate_id, state, reason, since, seen_on, version, updated_at
            from autopay where state = 'ACTIVE' and seen_on < $1
            order by seen_on, loan_id limit $2 for update skip locked
            """;

    /** Two that ask for one loan's first at once: the second one fails, and finds it when it is done again. */
    private static final String SAVE = """
            insert into autopay (loan_id, borrower_id, turn, mandate_id, state, reason, since, seen_on, version, updated_at)
            select * from unnest($1::uuid[], $2::uuid[], $3::int[], $4::uuid[], $5::text[], $6::text[], $7::date[],
                $8::date[], $9::int[], $10::timestamptz[])
            on conflict (loan_id) do update
            set turn = excluded.turn, mandate_id = excluded.mandate_id, state = excluded.state, reason = excluded.reason,
                since = excluded.since, seen_on = excluded.seen_on, version = excluded.version,
                updated_at = excluded.updated_at
            where autopay.version < excluded.version
            """;

    private final DatabaseClient database;

    PostgresAutopays(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<UUID, Autopay>> find(Collection<UUID> loanIds) {
        return byLoan(FIND, loanIds);
    }

    @Override
    public Mono<Map<UUID, Autopay>> lock(Collection<UUID> loanIds) {
        return byLoan(LOCK, loanIds);
    }

    private Mono<Map<UUID, Autopay>> byLoan(String query, Collection<UUID> loanIds) {
        return Mono.defer(() -> database.sql(query)
                .bind(0, loanIds.toArray(UUID[]::new))
                .map(PostgresAutopays::read)
                .all()
                .collectMap(Autopay::loanId));
    }

    @Override
    public Mono<List<Autopay>> lockUnseen(LocalDate day, int limit) {
        return Mono.defer(() -> database.sql(LOCK_UNSEEN)
                .bind(0, day)
                .bind(1, limit)
                .map(PostgresAutopays::read)
                .all()
                .collectList());
    }

    @Override
    public Mono<Void> save(List<Autopay> autopays) {
        if (autopays.isEmpty()) {
            return Mono.empty();
        }
        List<Autopay> sorted =
                autopays.stream().sorted(Comparator.comparing(Autopay::loanId)).toList();
        return Mono.defer(() -> save(new Columns<>(sorted)));
    }

    private Mono<Void> save(Columns<Autopay> rows) {
        return database.sql(SAVE)
                .bind(0, rows.uuids(Autopay::loanId))
                .bind(1, rows.uuids(Autopay::borrowerId))
                .bind(2, rows.integers(Autopay::turn))
                .bind(3, rows.uuids(Autopay::mandateId))
                .bind(4, rows.names(Autopay::state))
                .bind(5, rows.texts(Autopay::reason))
                .bind(6, rows.dates(Autopay::since))
                .bind(7, rows.dates(Autopay::seenOn))
                .bind(8, rows.integers(Autopay::version))
                .bind(9, rows.instants(Autopay::updatedAt))
                .fetch()
                .rowsUpdated()
                .filter(saved -> saved == rows.rows().size())
                .switchIfEmpty(Mono.error(
                        () -> new OptimisticLockingFailureException("somebody else changed an autopay meanwhile")))
                .then();
    }

    private static Autopay read(Readable row) {
        return new Autopay(
                Rows.get(row, "loan_id", UUID.class),
                Rows.get(row, "borrower_id", UUID.class),
                Rows.get(row, "turn", Integer.class),
                Rows.get(row, "mandate_id", UUID.class),
                AutopayState.valueOf(Rows.get(row, "state", String.class)),
                row.get("reason", String.class),
                row.get("since", LocalDate.class),
                Rows.get(row, "seen_on", LocalDate.class),
                Rows.get(row, "version", Integer.class),
                Rows.get(row, "updated_at", Instant.class));
    }
}
