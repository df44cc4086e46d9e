package com.byajbook.loanengine.marketplace.persistence;

import com.byajbook.loanengine.marketplace.domain.Listing;
import com.byajbook.loanengine.marketplace.domain.ListingState;
import com.byajbook.loanengine.marketplace.usecase.HoldListings;
import com.byajbook.platform.postgres.Columns;
import com.byajbook.platform.postgres.Rows;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Owns {@code listing}. Rows are locked in the order of their loans' ids. */
@Repository
class PostgresListings implements HoldListings {

    private static final String LOCK = """
            select loan_id, borrower_id, amount_paise, reserved_paise, held_paise, lenders, state, listed_at, expires_at
            from listing where loan_id = any($1::uuid[]) order by loan_id for no key update
            """;

    private static final String OPEN = """
            insert into listing (loan_id, borrower_id, amount_paise, reserved_paise, held_paise, lenders, state,
                listed_at, expires_at)
            select * from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::bigint[], $5::bigint[], $6::int[],
                $7::text[], $8::timestamptz[], $9::timestamptz[])
            """;

    private static final String SAVE = """
            update listing
            set reserved_paise = now.reserved_paise, held_paise = now.held_paise, lenders = now.lenders,
                state = now.state
            from unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::int[], $5::text[])
                as now (loan_id, reserved_paise, held_paise, lenders, state)
            where listing.loan_id = now.loan_id
            """;

    private static final String LIST_DUE = """
            select loan_id from listing where state = 'OPEN' and expires_at <= $1 order by expires_at limit $2
            """;

    private final DatabaseClient database;

    PostgresListings(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<UUID, Listing>> lock(Collection<UUID> loans) {
        return Mono.defer(() -> database.sql(LOCK)
                .bind(0, loans.toArray(UUID[]::new))
                .map(PostgresListings::listing)
                .all()
                .collectMap(Listing::loanId));
    }

    @Override
    public Mono<Void> open(List<Listing> listings) {
        return listings.isEmpty() ? Mono.empty() : Mono.defer(() -> open(new Columns<>(listings)));
    }

    private Mono<Void> open(Columns<Listing> listings) {
        return database.sql(OPEN)
                .bind(0, listings.uuids(Listing::loanId))
                .bind(1, listings.uuids(Listing::borrowerId))
                .bind(2, listings.longs(Listing::amountPaise))
                .bind(3, listings.longs(Listing::reservedPaise))
                .bind(4, listings.longs(Listing::heldPaise))
                .bind(5, listings.integers(Listing::lenders))
                .bind(6, listings.names(Listing::state))
                .bind(7, listings.instants(Listing::listedAt))
                .bind(8, listings.instants(Listing::expiresAt))
                .then();
    }

    @Override
    public Mono<Void> save(List<Listing> listings) {
        return listings.isEmpty() ? Mono.empty() : Mono.defer(() -> save(new Columns<>(listings)));
    }

    private Mono<Void> save(Columns<Listing> listings) {
        return database.sql(SAVE)
                .bind(0, listings.uuids(Listing::loanId))
                .bind(1, listings.longs(Listing::reservedPaise))
                .bind(2, listings.longs(Listing::heldPaise))
                .bind(3, listings.integers(Listing::lenders))
                .bind(4, listings.names(Listing::state))
                .then();
    }

    @Override
    public Mono<List<UUID>> listDue(Instant now, int limit) {
        return Mono.defer(() -> database.sql(LIST_DUE)
                .bind(0, now.atOffset(ZoneOffset.UTC))
                .bind(1, limit)
                .map(row -> Rows.get(row, "loan_id", UUID.class))
                .all()
                .collectList());
    }

    private static Listing listing(Readable row) {
        return new Listing(
                Rows.get(row, "loan_id", UUID.class),
                Rows.get(row, "borrower_id", UUID.class),
                Rows.get(row, "amount_paise", Long.class),
                Rows.get(row, "reserved_paise", Long.class),
                Rows.get(row, "held_paise", Long.class),
                Rows.get(row, "lenders", Integer.class),
                ListingState.valueOf(Rows.get(row, "state", String.class)),
                Rows.get(row, "listed_at", OffsetDateTime.class).toInstant(),
                Rows.get(row, "expires_at", OffsetDateTime.class).toInstant());
    }
}
