package com.byajbook.paymentflow.mandates.persistence;

import com.byajbook.paymentflow.mandates.domain.Mandate;
import com.byajbook.paymentflow.mandates.domain.MandateState;
import com.byajbook.paymentflow.mandates.usecase.KeepMandates;
import com.byajbook.platform.postgres.Columns;
import com.byajbook.platform.postgres.Rows;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Owns {@code mandate}. Rows are locked and written in the order of their ids. */
@Repository
final class PostgresMandates implements KeepMandates {

    private static final String COLUMNS = """
            select mandate_id, loan_id, payer_id, max_amount_paise, state, version, reason, silences, due_at,
                requested_at, updated_at
            from mandate
            """;

    private static final String LOCK = COLUMNS + " where mandate_id = any($1::uuid[]) order by mandate_id for update";

    private static final String LOCK_DUE =
            COLUMNS + " where due_at <= $1 order by due_at limit $2 for update skip locked";

    private static final String SAVE = """
            insert into mandate (mandate_id, loan_id, payer_id, max_amount_paise, state, version, reason, silences, due_at,
                requested_at, updated_at)
            select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[], $5::text[], $6::int[], $7::text[],
                $8::int[], $9::timestamptz[], $10::timestamptz[], $11::timestamptz[])
            on conflict (mandate_id) do update
            set state = excluded.state, version = excluded.version, reason = excluded.reason,
                silences = excluded.silences, due_at = excluded.due_at, updated_at = excluded.updated_at
            where mandate.version <= excluded.version
            """;

    private final DatabaseClient database;

    PostgresMandates(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<UUID, Mandate>> lock(Collection<UUID> mandateIds) {
        return Mono.defer(() -> database.sql(LOCK)
                .bind(0, mandateIds.toArray(UUID[]::new))
                .map(PostgresMandates::read)
                .all()
                .collectMap(Mandate::mandateId));
    }

    @Override
    public Mono<List<Mandate>> lockDue(Instant now, int limit) {
        return Mono.defer(() -> database.sql(LOCK_DUE)
                .bind(0, now)
                .bind(1, limit)
                .map(PostgresMandates::read)
                .all()
                .collectList());
    }

    @Override
    public Mono<Void> save(List<Mandate> mandates) {
        if (mandates.isEmpty()) {
            return Mono.empty();
        }
        List<Mandate> sorted = mandates.stream()
                .sorted(Comparator.comparing(Mandate::mandateId))
                .toList();
        return Mono.defer(() -> save(new Columns<>(sorted)));
    }

    private Mono<Void> save(Columns<Mandate> rows) {
        return database.sql(SAVE)
                .bind(0, rows.uuids(Mandate::mandateId))
                .bind(1, rows.uuids(Mandate::loanId))
                .bind(2, rows.uuids(Mandate::payerId))
                .bind(3, rows.longs(Mandate::maxAmountPaise))
                .bind(4, rows.names(Mandate::state))
                .bind(5, rows.integers(Mandate::version))
                .bind(6, rows.texts(Mandate::reason))
                .bind(7, rows.integers(Mandate::silences))
                .bind(8, rows.instants(Mandate::dueAt))
                .bind(9, rows.instants(Mandate::requestedAt))
                .bind(10, rows.instants(Mandate::updatedAt))
                .then();
    }

    private static Mandate read(Readable row) {
        return new Mandate(
                Rows.get(row, "mandate_id", UUID.class),
                Rows.get(row, "loan_id", UUID.class),
                Rows.get(row, "payer_id", UUID.class),
                Rows.get(row, "max_amount_paise", Long.class),
                MandateState.valueOf(Rows.get(row, "state", String.class)),
                Rows.get(row, "version", Integer.class),
                row.get("reason", String.class),
                Rows.get(row, "silences", Integer.class),
                row.get("due_at", Instant.class),
                Rows.get(row, "requested_at", Instant.class),
                Rows.get(row, "updated_at", Instant.class));
    }
}
