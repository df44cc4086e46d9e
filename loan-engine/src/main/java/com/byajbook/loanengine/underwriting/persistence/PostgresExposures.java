package com.byajbook.loanengine.underwriting.persistence;

import com.byajbook.loanengine.underwriting.usecase.HoldExposures;
import com.byajbook.platform.postgres.Rows;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Owns {@code borrower_exposure}. Each statement touches rows in the order of the borrower's id, as PostgreSQL sorts it, so
 * that two batches with the same borrowers wait for each other and never form a ring.
 */
@Repository
class PostgresExposures implements HoldExposures {

    private static final String OPEN = """
            insert into borrower_exposure (borrower_id, open_paise, updated_at)
            select borrower_id, 0, $2 from unnest($1::uuid[]) as borrower_id order by borrower_id
            on conflict (borrower_id) do nothing
            """;

    private static final String LOCK = """
            select borrower_id, open_paise from borrower_exposure
            where borrower_id = any($1::uuid[]) order by borrower_id for no key update
            """;

    private static final String RAISE = """
            update borrower_exposure as exposure
            set open_paise = exposure.open_paise + raised.paise, updated_at = $3
            from unnest($1::uuid[], $2::bigint[]) as raised (borrower_id, paise)
            where exposure.borrower_id = raised.borrower_id
            """;

    private final DatabaseClient database;
    private final Clock clock;

    PostgresExposures(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<Map<UUID, Long>> lock(Collection<UUID> borrowers) {
        UUID[] ids = borrowers.toArray(UUID[]::new);
        return Mono.defer(() -> open(ids)).then(Mono.defer(() -> locked(ids)));
    }

    /** A row can only be locked once it is there. */
    private Mono<Void> open(UUID[] borrowers) {
        return database.sql(OPEN).bind(0, borrowers).bind(1, now()).then();
    }

    private Mono<Map<UUID, Long>> locked(UUID[] borrowers) {
        return database.sql(LOCK)
                .bind(0, borrowers)
                .map(row ->
                        new Exposure(Rows.get(row, "borrower_id", UUID.class), Rows.get(row, "open_paise", Long.class)))
                .all()
                .collectMap(Exposure::borrowerId, Exposure::openPaise);
    }

    @Override
    public Mono<Void> lower(Map<UUID, Long> paiseByBorrower) {
        return raise(paiseByBorrower.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Math.negateExact(entry.getValue()))));
    }

    @Override
    public Mono<Void> raise(Map<UUID, Long> paiseByBorrower) {
        if (paiseByBorrower.isEmpty()) {
            return Mono.empty();
        }
        UUID[] borrowers = paiseByBorrower.keySet().toArray(UUID[]::new);
        Long[] paise = Arrays.stream(borrowers).map(paiseByBorrower::get).toArray(Long[]::new);
        return Mono.defer(() -> database.sql(RAISE)
                .bind(0, borrowers)
                .bind(1, paise)
                .bind(2, now())
                .then());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private record Exposure(UUID borrowerId, Long openPaise) {}
}
