package com.byajbook.loanengine.marketplace.persistence;

import com.byajbook.loanengine.marketplace.domain.LenderBook;
import com.byajbook.loanengine.marketplace.domain.Pair;
import com.byajbook.loanengine.marketplace.usecase.HoldLenders;
import com.byajbook.platform.postgres.Columns;
import com.byajbook.platform.postgres.Rows;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Owns {@code lender_exposure} and {@code pair_exposure}. Lenders are locked before pairs, each in the order of their ids:
 * whoever holds a pair holds its lender.
 */
@Repository
class PostgresLenders implements HoldLenders {

    private static final String OPEN_LENDERS = """
            insert into lender_exposure (lender_id, committed_paise, updated_at)
            select distinct lender_id, 0, $2::timestamptz from unnest($1::uuid[]) as asked (lender_id) order by lender_id
            on conflict do nothing
            """;

    private static final String LOCK_LENDERS = """
            select lender_id, committed_paise from lender_exposure
            where lender_id = any($1::uuid[]) order by lender_id for no key update
            """;

    private static final String OPEN_PAIRS = """
            insert into pair_exposure (lender_id, borrower_id, committed_paise, updated_at)
            select lender_id, borrower_id, 0, $3::timestamptz
            from unnest($1::uuid[], $2::uuid[]) as asked (lender_id, borrower_id) order by lender_id, borrower_id
            on conflict do nothing
            """;

    private static final String LOCK_PAIRS = """
            select lender_id, borrower_id, committed_paise from pair_exposure
            where (lender_id, borrower_id) in (select * from unnest($1::uuid[], $2::uuid[]))
            order by lender_id, borrower_id for no key update
            """;

    private static final String SAVE_LENDERS = """
            update lender_exposure
            set committed_paise = lender_exposure.committed_paise + change.paise, updated_at = $3
            from (select lender_id, sum(paise)::bigint as paise
                    from unnest($1::uuid[], $2::bigint[]) as one (lender_id, paise) group by lender_id) as change
            where lender_exposure.lender_id = change.lender_id
            """;

    private static final String SAVE_PAIRS = """
            update pair_exposure
            set committed_paise = pair_exposure.committed_paise + change.paise, updated_at = $4
            from unnest($1::uuid[], $2::uuid[], $3::bigint[]) as change (lender_id, borrower_id, paise)
            where pair_exposure.lender_id = change.lender_id and pair_exposure.borrower_id = change.borrower_id
            """;

    private final DatabaseClient database;
    private final Clock clock;

    PostgresLenders(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<LenderBook> lock(Collection<Pair> pairs) {
        if (pairs.isEmpty()) {
            return Mono.fromSupplier(() -> new LenderBook(Map.of(), Map.of()));
        }
        return Mono.defer(() -> lock(new Columns<>(List.copyOf(pairs))));
    }

    /** A row can only be locked once it is there. */
    private Mono<LenderBook> lock(Columns<Pair> pairs) {
        UUID[] lenders = pairs.uuids(Pair::lenderId);
        UUID[] borrowers = pairs.uuids(Pair::borrowerId);
        return openLenders(lenders)
                .then(Mono.defer(() -> lockLenders(lenders)))
                .flatMap(byLender -> openPairs(lenders, borrowers)
                        .then(Mono.defer(() -> lockPairs(lenders, borrowers)))
                        .map(byPair -> new LenderBook(byLender, byPair)));
    }

    private Mono<Void> openLenders(UUID[] lenders) {
        return database.sql(OPEN_LENDERS).bind(0, lenders).bind(1, now()).then();
    }

    private Mono<Map<UUID, Long>> lockLenders(UUID[] lenders) {
        return database.sql(LOCK_LENDERS)
                .bind(0, lenders)
                .map(row -> Map.entry(Rows.get(row, "lender_id", UUID.class), paise(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Void> openPairs(UUID[] lenders, UUID[] borrowers) {
        return database.sql(OPEN_PAIRS)
                .bind(0, lenders)
                .bind(1, borrowers)
                .bind(2, now())
                .then();
    }

    private Mono<Map<Pair, Long>> lockPairs(UUID[] lenders, UUID[] borrowers) {
        return database.sql(LOCK_PAIRS)
                .bind(0, lenders)
                .bind(1, borrowers)
                .map(row -> Map.entry(
                        new Pair(Rows.get(row, "lender_id", UUID.class), Rows.get(row, "borrower_id", UUID.class)),
                        paise(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Mono<Void> save(LenderBook book) {
        List<Map.Entry<Pair, Long>> changes = List.copyOf(book.changes().entrySet());
        return changes.isEmpty() ? Mono.empty() : Mono.defer(() -> save(new Columns<>(changes)));
    }

    private Mono<Void> save(Columns<Map.Entry<Pair, Long>> changes) {
        UUID[] lenders = changes.uuids(change -> change.getKey().lenderId());
        UUID[] borrowers = changes.uuids(change -> change.getKey().borrowerId());
        Long[] paise = changes.longs(Map.Entry::getValue);
        return database.sql(SAVE_LENDERS)
                .bind(0, lenders)
                .bind(1, paise)
                .bind(2, now())
                .then()
                .then(Mono.defer(() -> savePairs(lenders, borrowers, paise)));
    }

    private Mono<Void> savePairs(UUID[] lenders, UUID[] borrowers, Long[] paise) {
        return database.sql(SAVE_PAIRS)
                .bind(0, lenders)
                .bind(1, borrowers)
                .bind(2, paise)
                .bind(3, now())
                .then();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Long paise(Readable row) {
        return Rows.get(row, "committed_paise", Long.class);
    }
}
