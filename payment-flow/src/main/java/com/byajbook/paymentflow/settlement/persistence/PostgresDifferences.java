package com.byajbook.paymentflow.settlement.persistence;

import static com.byajbook.paymentflow.settlement.persistence.DifferenceRow.COLUMNS;

import com.byajbook.paymentflow.settlement.domain.Difference;
import com.byajbook.paymentflow.settlement.domain.Difference.Theirs;
import com.byajbook.paymentflow.settlement.domain.Ours;
import com.byajbook.paymentflow.settlement.usecase.KeepDifferences;
import com.byajbook.paymentflow.settlement.usecase.KeptDifference;
import com.byajbook.paymentflow.settlement.usecase.KeptDifference.Settled;
import com.byajbook.paymentflow.settlement.usecase.Run;
import com.byajbook.platform.postgres.Columns;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Owns {@code settlement_difference}. */
@Repository
final class PostgresDifferences implements KeepDifferences {

    /** What was thought corrected and is there again is open again; what a person settled stays settled. */
    private static final String NOTE = """
            insert into settlement_difference as d (difference_id, provider, day, kind, movement, direction, reference,
                line_no, theirs_paise, theirs_utr, payment_id, ours_direction, ours_pot, ours_standing, ours_paise,
                ours_utr, booked_paise, seen_fetch, noticed_at, state)
            select difference_id, $1, $2, kind, movement, direction, reference, line_no, theirs_paise, theirs_utr,
                payment_id, ours_direction, ours_pot, ours_standing, ours_paise, ours_utr, booked_paise, $3, $4, 'OPEN'
            from unnest($5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[], $10::int[], $11::bigint[], $12::text[],
                $13::uuid[], $14::text[], $15::text[], $16::text[], $17::bigint[], $18::text[], $19::bigint[])
                as found (difference_id, kind, movement, direction, reference, line_no, theirs_paise, theirs_utr,
                payment_id, ours_direction, ours_pot, ours_standing, ours_paise, ours_utr, booked_paise)
            order by difference_id
            on conflict (difference_id) do update
            set seen_fetch = excluded.seen_fetch, line_no = excluded.line_no, state = 'OPEN', resolution = null,
                settled_by = null, reason = null, settled_at = null, ours_standing = excluded.ours_standing,
                ours_utr = excluded.ours_utr, booked_paise = excluded.booked_paise
            where d.state = 'OPEN' or d.resolution in ('CORRECTED', 'NETTED')
            """;

    private static final String LIST_SETTLING = "select " + COLUMNS + """
             from settlement_difference
            where provider = $1 and day = $2 and state = 'OPEN' and kind in ('OPEN_HERE', 'REVERSED')
                and seen_fetch = $3 and line_no > $4
            order by line_no limit $5
            """;

    private static final String FIND = "select " + COLUMNS + " from settlement_difference where difference_id = $1";

    private static final String SETTLE = """
            update settlement_difference
            set state = 'SETTLED', resolution = $2, settled_by = $3, reason = $4, settled_at = $5
            where difference_id = any($1::uuid[]) and state = 'OPEN'
            """;

    private static final String SETTLE_CORRECTED = """
            update settlement_difference as d
            set state = 'SETTLED', resolution = 'CORRECTED', settled_by = 'reconciliation', settled_at = $4,
                reason = 'the file of ' || $2::date || ' agrees with us'
            where provider = $1 and state = 'OPEN' and (day = $2::date and seen_fetch <> $3
                or kind = 'MISSING_THERE' and exists (
                    select from settlement_line as line join settlement_run as run using (provider, day, fetch_no)
                    where line.provider = d.provider and line.reference = d.reference and line.movement = d.movement))
            """;

    /** What our books have as paid and as returned, and no file has as either, is nothing that anybody misses. */
    private static final String SETTLE_NETTED = """
            update settlement_difference as d
            set state = 'SETTLED', resolution = 'NETTED', settled_by = 'reconciliation', settled_at = $2,
                reason = 'it came and went by our books, and did neither by any file'
            where provider = $1 and state = 'OPEN' and kind = 'MISSING_THERE' and ours_standing = 'RETURNED'
                and not exists (select from settlement_line as line join settlement_run as run using (provider, day, fetch_no)
                    where line.provider = d.provider and line.reference = d.reference)
            """;

    /** One of the two has come since, so the other one is missing. */
    private static final String REOPEN_NETTED = """
            update settlement_difference as d
            set state = 'OPEN', resolution = null, settled_by = null, settled_at = null, reason = null
            where provider = $1 and resolution = 'NETTED'
                and exists (select from settlement_line as line join settlement_run as run using (provider, day, fetch_no)
                    where line.provider = d.provider and line.reference = d.reference)
            """;

    private final DatabaseClient database;

    PostgresDifferences(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> note(Run run, List<Found> found, Instant at) {
        Columns<Difference> columns =
                new Columns<>(found.stream().map(Found::difference).toList());
        return database.sql(NOTE)
                .bind("$1", run.provider())
                .bind("$2", run.day())
                .bind("$3", run.fetch())
                .bind("$4", at)
                .bind("$5", new Columns<>(found).uuids(Found::id))
                .bind("$6", columns.names(Difference::kind))
                .bind("$7", columns.names(Difference::movement))
                .bind("$8", columns.names(Difference::direction))
                .bind("$9", columns.texts(Difference::reference))
                .bind("$10", columns.integers(Difference::line))
                .bind("$11", columns.longs(theirs(Theirs::amountPaise)))
                .bind("$12", columns.texts(theirs(Theirs::utr)))
                .bind("$13", columns.uuids(ours(Ours::paymentId)))
                .bind("$14", columns.texts(ours(ours -> ours.direction().name())))
                .bind("$15", columns.texts(ours(ours -> ours.pot().name())))
                .bind("$16", columns.texts(ours(ours -> ours.standing().name())))
                .bind("$17", columns.longs(ours(Ours::amountPaise)))
                .bind("$18", columns.texts(ours(Ours::utr)))
                .bind("$19", columns.longs(Difference::bookedPaise))
                .then();
    }

    @Override
    public Flux<KeptDifference> listSettlingByThemselves(Run run, int afterLine, int limit) {
        return database.sql(LIST_SETTLING)
                .bind("$1", run.provider())
                .bind("$2", run.day())
                .bind("$3", run.fetch())
                .bind("$4", afterLine)
                .bind("$5", limit)
                .map(DifferenceRow::read)
                .all();
    }

    @Override
    public Mono<KeptDifference> lock(UUID id) {
        return one(FIND + " for update", id);
    }

    @Override
    public Mono<KeptDifference> find(UUID id) {
        return one(FIND, id);
    }

    private Mono<KeptDifference> one(String sql, UUID id) {
        return database.sql(sql).bind("$1", id).map(DifferenceRow::read).one();
    }

    @Override
    public Mono<Void> settle(Collection<UUID> ids, Settled how) {
        return database.sql(SETTLE)
                .bind("$1", ids.toArray(UUID[]::new))
                .bind("$2", how.how())
                .bind("$3", how.by())
                .bind("$4", how.reason())
                .bind("$5", how.at())
                .then();
    }

    @Override
    public Mono<Void> settleCorrected(Run run, Instant at) {
        Mono<Void> reopened =
                database.sql(REOPEN_NETTED).bind("$1", run.provider()).then();
        Mono<Void> corrected = database.sql(SETTLE_CORRECTED)
                .bind("$1", run.provider())
                .bind("$2", run.day())
                .bind("$3", run.fetch())
                .bind("$4", at)
                .then();
        Mono<Void> netted = database.sql(SETTLE_NETTED)
                .bind("$1", run.provider())
                .bind("$2", at)
                .then();
        return reopened.then(corrected).then(netted);
    }

    private static <T> Function<Difference, @Nullable T> theirs(Function<Theirs, @Nullable T> part) {
        return difference -> {
            Theirs theirs = difference.theirs();
            return theirs == null ? null : part.apply(theirs);
        };
    }

    private static <T> Function<Difference, @Nullable T> ours(Function<Ours, @Nullable T> part) {
        return difference -> {
            Ours ours = difference.ours();
            return ours == null ? null : part.apply(ours);
        };
    }
}
