package com.byajbook.paymentflow.settlement.persistence;

import static com.byajbook.platform.postgres.Rows.get;

import com.byajbook.paymentflow.settlement.domain.Kind;
import com.byajbook.paymentflow.settlement.domain.Tally;
import com.byajbook.paymentflow.settlement.domain.Tally.Sums;
import com.byajbook.paymentflow.settlement.usecase.KeptDifference;
import com.byajbook.paymentflow.settlement.usecase.ReadReports;
import com.byajbook.paymentflow.settlement.usecase.Run;
import com.byajbook.platform.postgres.ReportQueries;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads runs and differences over the report connections. */
@Repository
class PostgresReports implements ReadReports {

    private static final String SUMMARY = """
            select run.*, (select count(*) from settlement_difference as d
                where d.provider = run.provider and d.day = run.day and d.state = 'OPEN') as open,
                (select count(*) from settlement_difference as d
                where d.provider = run.provider and d.day = run.day) as total
            from settlement_run as run
            """;

    private static final String LATEST = SUMMARY + " order by day desc, provider limit $1";

    private static final String ONE = SUMMARY + " where provider = $1 and day = $2";

    private static final String DIFFERENCES = "select " + DifferenceRow.COLUMNS + """
             from settlement_difference where provider = $1 and day = $2
            order by state, kind, line_no, difference_id limit $3
            """;

    private static final String OPEN =
            "select kind, count(*) as open from settlement_difference where state = 'OPEN' group by kind";

    private static final String FINISHED = """
            select distinct on (provider) provider, finished_at from settlement_run
            where finished_at is not null order by provider, day desc
            """;

    private final DatabaseClient reports;

    PostgresReports(@ReportQueries DatabaseClient reports) {
        this.reports = reports;
    }

    @Override
    public Flux<Summary> latest(int limit) {
        return reports.sql(LATEST)
                .bind("$1", limit)
                .map(PostgresReports::summary)
                .all();
    }

    @Override
    public Mono<Report> find(String provider, LocalDate day, int most) {
        return reports.sql(ONE)
                .bind("$1", provider)
                .bind("$2", day)
                .map(row -> Map.entry(summary(row), get(row, "total", Long.class)))
                .one()
                .flatMap(run -> differences(provider, day, most)
                        .collectList()
                        .map(found -> new Report(run.getKey(), run.getValue(), found)));
    }

    private Flux<KeptDifference> differences(String provider, LocalDate day, int most) {
        return reports.sql(DIFFERENCES)
                .bind("$1", provider)
                .bind("$2", day)
                .bind("$3", most)
                .map(DifferenceRow::read)
                .all();
    }

    @Override
    public Mono<Health> health() {
        Mono<Map<Kind, Long>> open = reports.sql(OPEN)
                .map(row -> Map.entry(Kind.valueOf(get(row, "kind", String.class)), get(row, "open", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
        Mono<Map<String, Instant>> finished = reports.sql(FINISHED)
                .map(row -> Map.entry(get(row, "provider", String.class), get(row, "finished_at", Instant.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
        return open.flatMap(counted -> finished.map(at -> new Health(counted, at)));
    }

    private static Summary summary(Readable row) {
        return new Summary(
                get(row, "provider", String.class),
                get(row, "day", LocalDate.class),
                Run.State.valueOf(get(row, "state", String.class)),
                row.get("problem", String.class),
                file(row),
                tally(row),
                get(row, "open", Long.class),
                row.get("finished_at", Instant.class));
    }

    private static @Nullable File file(Readable row) {
        return row.get("file_sha256") == null
                ? null
                : new File(
                        get(row, "file_lines", Integer.class),
                        get(row, "file_bytes", Long.class),
                        get(row, "file_sha256", String.class),
                        get(row, "fetched_at", Instant.class));
    }

    private static Tally tally(Readable row) {
        return new Tally(
                number(row, "lines"),
                number(row, "matched"),
                number(row, "missing_here"),
                number(row, "missing_there"),
                number(row, "different"),
                number(row, "matched_paise"),
                new Sums(number(row, "bank_in_paise"), number(row, "bank_out_paise")),
                new Sums(number(row, "books_in_paise"), number(row, "books_out_paise")));
    }

    private static long number(Readable row, String column) {
        return get(row, column, Long.class);
    }
}
