package com.byajbook.paymentflow.settlement.persistence;

import static com.byajbook.platform.postgres.Rows.get;

import com.byajbook.paymentflow.settlement.domain.Direction;
import com.byajbook.paymentflow.settlement.domain.Line;
import com.byajbook.paymentflow.settlement.domain.Movement;
import com.byajbook.paymentflow.settlement.usecase.FileUnusable;
import com.byajbook.paymentflow.settlement.usecase.KeepLines;
import com.byajbook.paymentflow.settlement.usecase.Run;
import com.byajbook.platform.postgres.Columns;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Owns {@code settlement_line}. */
@Repository
final class PostgresLines implements KeepLines {

    private static final int DELETED_AT_ONCE = 10_000;

    /** As many at a time as a statement does in a fraction of its time-out. */
    private static final String FORGET = """
            delete from settlement_line where ctid = any(array(select ctid from settlement_line
                where provider = $1 and day = $2 and fetch_no <> $3 limit $4))
            """;

    private static final String KEEP = """
            insert into settlement_line (provider, day, fetch_no, line_no, reference, provider_txn_id, direction, movement,
                amount_paise, utr, settled_at)
            select $1, $2, $3, line_no, reference, provider_txn_id, direction, movement, amount_paise, utr, settled_at
            from unnest($4::int[], $5::text[], $6::text[], $7::text[], $8::text[], $9::bigint[], $10::text[],
                $11::timestamptz[]) as line (line_no, reference, provider_txn_id, direction, movement, amount_paise, utr,
                settled_at)
            on conflict do nothing
            """;

    /** A movement that is named again is one, but only if it is the same. */
    private static final String CONTRADICTION = """
            select kept.line_no as first, line.line_no as second
            from unnest($4::int[], $5::text[], $6::text[], $7::text[], $8::bigint[], $9::text[])
                as line (line_no, reference, direction, movement, amount_paise, utr)
            join settlement_line as kept on kept.provider = $1 and kept.day = $2 and kept.fetch_no = $3
                and kept.reference = line.reference and kept.movement = line.movement and kept.utr = line.utr
            where kept.amount_paise <> line.amount_paise or kept.direction <> line.direction
            order by line.line_no limit 1
            """;

    private static final String NEXT = """
            select line_no, reference, provider_txn_id, direction, movement, amount_paise, utr, settled_at
            from settlement_line
            where provider = $1 and day = $2 and fetch_no = $3 and reference in (
                select distinct reference from settlement_line
                where provider = $1 and day = $2 and fetch_no = $3 and reference > $4 order by reference limit $5)
            order by reference, line_no
            """;

    private static final String PRESENT = """
            select distinct line.reference, line.movement
            from unnest($2::text[], $3::text[]) as asked (reference, movement)
            join settlement_line as line using (reference, movement)
            join settlement_run as run on run.provider = line.provider and run.day = line.day and run.fetch_no = line.fetch_no
            where line.provider = $1
            """;

    private final DatabaseClient database;

    PostgresLines(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> forgetUncounted(Run run) {
        return of(FORGET, run, run.fetch())
                .bind("$4", DELETED_AT_ONCE)
                .fetch()
                .rowsUpdated()
                .repeat()
                .takeUntil(deleted -> deleted < DELETED_AT_ONCE)
                .then();
    }

    @Override
    public Mono<Void> keep(Run run, List<Line> lines) {
        Columns<Line> columns = new Columns<>(lines);
        return of(KEEP, run, run.attempt())
                .bind("$4", columns.integers(Line::number))
                .bind("$5", columns.texts(Line::reference))
                .bind("$6", columns.texts(Line::providerTxnId))
                .bind("$7", columns.names(Line::direction))
                .bind("$8", columns.names(Line::movement))
                .bind("$9", columns.longs(Line::amountPaise))
                .bind("$10", columns.texts(Line::utr))
                .bind("$11", columns.instants(Line::settledAt))
                .fetch()
                .rowsUpdated()
                .flatMap(kept -> kept == lines.size() ? Mono.empty() : refuseContradiction(run, lines));
    }

    private Mono<Void> refuseContradiction(Run run, List<Line> lines) {
        Columns<Line> columns = new Columns<>(lines);
        return of(CONTRADICTION, run, run.attempt())
                .bind("$4", columns.integers(Line::number))
                .bind("$5", columns.texts(Line::reference))
                .bind("$6", columns.names(Line::direction))
                .bind("$7", columns.names(Line::movement))
                .bind("$8", columns.longs(Line::amountPaise))
                .bind("$9", columns.texts(Line::utr))
                .map(row -> new FileUnusable("lines " + row.get("first") + " and " + row.get("second")
                        + " say different things of one movement"))
                .one()
                .flatMap(Mono::error);
    }

    @Override
    public Flux<Line> next(Run run, int references) {
        return of(NEXT, run, run.fetch())
                .bind("$4", run.checkpoint())
                .bind("$5", references)
                .map(PostgresLines::read)
                .all();
    }

    @Override
    public Flux<Named> present(String provider, List<Named> movements) {
        Columns<Named> columns = new Columns<>(movements);
        return database.sql(PRESENT)
                .bind("$1", provider)
                .bind("$2", columns.texts(Named::reference))
                .bind("$3", columns.names(Named::movement))
                .map(row -> new Named(
                        get(row, "reference", String.class), Movement.valueOf(get(row, "movement", String.class))))
                .all();
    }

    private DatabaseClient.GenericExecuteSpec of(String sql, Run run, int fetch) {
        return database.sql(sql)
                .bind("$1", run.provider())
                .bind("$2", run.day())
                .bind("$3", fetch);
    }

    private static Line read(Readable row) {
        return new Line(
                get(row, "line_no", Integer.class),
                get(row, "reference", String.class),
                get(row, "provider_txn_id", String.class),
                Direction.valueOf(get(row, "direction", String.class)),
                get(row, "amount_paise", Long.class),
                Movement.valueOf(get(row, "movement", String.class)),
                get(row, "utr", String.class),
                get(row, "settled_at", Instant.class));
    }
}
