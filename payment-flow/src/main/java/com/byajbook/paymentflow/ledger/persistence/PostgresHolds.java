package com.byajbook.paymentflow.ledger.persistence;

import com.byajbook.paymentflow.ledger.domain.AccountName;
import com.byajbook.paymentflow.ledger.domain.Hold;
import com.byajbook.paymentflow.ledger.usecase.FindExpiredHolds;
import com.byajbook.platform.postgres.Columns;
import com.byajbook.platform.postgres.Rows;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Owns {@code ledger_hold}. Who reads a hold to change it has locked its account before. */
@Repository
class PostgresHolds implements FindExpiredHolds {

    private static final String ACCOUNTS = """
            select distinct kind, owner_id from ledger_hold join ledger_account using (account_id)
            where hold_id = any($1::uuid[])
            """;

    private static final String READ = """
            select hold_id, kind, owner_id, subject_id, amount_paise, expires_at, state, posted_paise, posted_by
            from ledger_hold join ledger_account using (account_id) where hold_id = any($1::uuid[])
            """;

    private static final String OPEN = """
            insert into ledger_hold (hold_id, account_id, subject_id, amount_paise, expires_at, state, posted_paise,
                posted_by, opened_at, resolved_at)
            select hold_id, account_id, subject_id, amount_paise, expires_at, state, posted_paise, posted_by, $10,
                case when state <> 'OPEN' then $10 end
            from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::bigint[], $6::timestamptz[], $7::text[],
                $8::bigint[], $9::uuid[]) as h (hold_id, kind, owner_id, subject_id, amount_paise, expires_at, state,
                posted_paise, posted_by)
            join ledger_account using (kind, owner_id)
            on conflict (hold_id) do nothing
            """;

    private static final String RESOLVE = """
            update ledger_hold as hold set state = resolved.state, posted_paise = resolved.posted_paise,
                posted_by = resolved.posted_by, resolved_at = $5
            from unnest($1::uuid[], $2::text[], $3::bigint[], $4::uuid[])
                as resolved (hold_id, state, posted_paise, posted_by)
            where hold.hold_id = resolved.hold_id and hold.state = 'OPEN'
            """;

    private static final String EXPIRED = """
            select hold_id from ledger_hold where state = 'OPEN' and expires_at <= $1 order by expires_at limit $2
            """;

    private final DatabaseClient database;

    PostgresHolds(DatabaseClient database) {
        this.database = database;
    }

    /** The accounts that these holds are on; a hold never moves to another. */
    Mono<Set<AccountName>> accountsOf(Collection<UUID> holdIds) {
        return holdIds.isEmpty()
                ? Mono.just(Set.of())
                : database.sql(ACCOUNTS)
                        .bind(0, holdIds.toArray(UUID[]::new))
                        .map(PostgresAccounts::name)
                        .all()
                        .collect(Collectors.toSet());
    }

    Flux<Hold> read(Collection<UUID> holdIds) {
        return holdIds.isEmpty()
                ? Flux.empty()
                : database.sql(READ)
                        .bind(0, holdIds.toArray(UUID[]::new))
                        .map(PostgresHolds::hold)
                        .all();
    }

    @Override
    public Flux<UUID> find(Instant now, int limit) {
        return database.sql(EXPIRED)
                .bind(0, now.atOffset(ZoneOffset.UTC))
                .bind(1, limit)
                .map(row -> Rows.get(row, "hold_id", UUID.class))
                .all();
    }

    Mono<Void> open(List<Hold> holds, Instant at) {
        if (holds.isEmpty()) {
            return Mono.empty();
        }
        Columns<Hold> columns = new Columns<>(holds);
        return database.sql(OPEN)
                .bind(0, columns.uuids(Hold::id))
                .bind(1, columns.names(hold -> hold.account().kind()))
                .bind(2, columns.uuids(hold -> hold.account().ownerId()))
                .bind(3, columns.uuids(Hold::subjectId))
                .bind(4, columns.longs(Hold::amountPaise))
                .bind(5, columns.instants(Hold::expiresAt))
                .bind(6, columns.names(Hold::state))
                .bind(7, columns.longs(Hold::postedPaise))
                .bind(8, columns.uuids(Hold::postedBy))
                .bind(9, at.atOffset(ZoneOffset.UTC))
                .fetch()
                .rowsUpdated()
                .flatMap(opened -> opened == holds.size() ? Mono.empty() : Mono.error(overtaken("opened")));
    }

    Mono<Void> resolve(List<Hold> holds, Instant at) {
        if (holds.isEmpty()) {
            return Mono.empty();
        }
        Columns<Hold> columns = new Columns<>(holds);
        return database.sql(RESOLVE)
                .bind(0, columns.uuids(Hold::id))
                .bind(1, columns.names(Hold::state))
                .bind(2, columns.longs(Hold::postedPaise))
                .bind(3, columns.uuids(Hold::postedBy))
                .bind(4, at.atOffset(ZoneOffset.UTC))
                .fetch()
                .rowsUpdated()
                .flatMap(resolved -> resolved == holds.size() ? Mono.empty() : Mono.error(overtaken("resolved")));
    }

    private static Hold hold(Readable row) {
        return new Hold(
                Rows.get(row, "hold_id", UUID.class),
                PostgresAccounts.name(row),
                Rows.get(row, "subject_id", UUID.class),
                Rows.get(row, "amount_paise", Long.class),
                Rows.get(row, "expires_at", OffsetDateTime.class).toInstant(),
                Hold.State.valueOf(Rows.get(row, "state", String.class)),
                Rows.get(row, "posted_paise", Long.class),
                postedBy(row));
    }

    private static @Nullable UUID postedBy(Readable row) {
        return row.get("posted_by", UUID.class);
    }

    /** Transient: the whole transaction is done again on what is there by then. */
    private static OptimisticLockingFailureException overtaken(String what) {
        return new OptimisticLockingFailureException("a hold was " + what + " by somebody else meanwhile");
    }
}
