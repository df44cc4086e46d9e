package com.byajbook.loanengine.loans;

import com.byajbook.loanengine.paging.Cursor;
import com.byajbook.platform.messaging.TransientFailures;
import com.byajbook.platform.postgres.ReportQueries;
import com.byajbook.platform.postgres.Rows;
import com.byajbook.platform.problem.Failure;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Reads loans. The borrower stands in every condition: somebody else's loan is as absent as one that never was. What is
 * asked again and again while somebody waits, one loan's status, goes over the main connections; pages and documents have
 * the report connections.
 */
@Repository
class PostgresLoanViews {

    private static final String COLUMNS = """
            id, status, version, amount_paise, tenure_months, purpose, reasons, annual_rate_pct, apr_pct, emi_paise,
            total_payable_paise, kfs_hash, end_reason, received_at, decided_at
            """;

    private static final String FIND = "select " + COLUMNS + " from loan where borrower_id = $1 and id = $2";

    private static final String FIRST = "select " + COLUMNS + """
             from loan where borrower_id = $1
            order by received_at desc, id desc limit $2
            """;

    private static final String AFTER = "select " + COLUMNS + """
             from loan where borrower_id = $1 and (received_at, id) < ($3, $4)
            order by received_at desc, id desc limit $2
            """;

    private static final String FIND_STATEMENT = """
            select statement, hash from key_fact_statement
            join loan on loan.id = key_fact_statement.loan_id
            where loan.borrower_id = $1 and loan.id = $2
            """;

    private static final String FIND_TERMS = """
            select amount_paise, tenure_months, annual_rate_pct, emi_paise, schedule_start from loan
            where borrower_id = $1 and id = $2 and annual_rate_pct is not null
            """;

    private final DatabaseClient database;
    private final DatabaseClient reports;

    PostgresLoanViews(DatabaseClient database, @ReportQueries DatabaseClient reports) {
        this.database = database;
        this.reports = reports;
    }

    Mono<LoanView> find(UUID borrowerId, UUID loanId) {
        return database.sql(FIND)
                .bind(0, borrowerId)
                .bind(1, loanId)
                .map(PostgresLoanViews::loan)
                .one()
                .onErrorMap(TransientFailures::isTransient, PostgresLoanViews::away);
    }

    /** Up to {@code limit} loans, newest first, those after the cursor if there is one. */
    Mono<List<LoanView>> list(UUID borrowerId, @Nullable Cursor after, int limit) {
        Mono<List<LoanView>> page = after == null ? first(borrowerId, limit) : after(borrowerId, after, limit);
        return page.onErrorMap(TransientFailures::isTransient, PostgresLoanViews::away);
    }

    private Mono<List<LoanView>> first(UUID borrowerId, int limit) {
        return reports.sql(FIRST)
                .bind(0, borrowerId)
                .bind(1, limit)
                .map(PostgresLoanViews::loan)
                .all()
                .collectList();
    }

    private Mono<List<LoanView>> after(UUID borrowerId, Cursor after, int limit) {
        return reports.sql(AFTER)
                .bind(0, borrowerId)
                .bind(1, limit)
                .bind(2, after.at().atOffset(ZoneOffset.UTC))
                .bind(3, after.id())
                .map(PostgresLoanViews::loan)
                .all()
                .collectList();
    }

    Mono<Statement> findStatement(UUID borrowerId, UUID loanId) {
        return reports.sql(FIND_STATEMENT)
                .bind(0, borrowerId)
                .bind(1, loanId)
                .map(row ->
                        new Statement(Rows.get(row, "statement", String.class), Rows.get(row, "hash", String.class)))
                .one()
                .onErrorMap(TransientFailures::isTransient, PostgresLoanViews::away);
    }

    Mono<Terms> findTerms(UUID borrowerId, UUID loanId) {
        return reports.sql(FIND_TERMS)
                .bind(0, borrowerId)
                .bind(1, loanId)
                .map(row -> new Terms(
                        Rows.get(row, "amount_paise", Long.class),
                        Rows.get(row, "tenure_months", Integer.class),
                        Rows.get(row, "annual_rate_pct", BigDecimal.class),
                        Rows.get(row, "emi_paise", Long.class),
                        Rows.get(row, "schedule_start", LocalDate.class)))
                .one()
                .onErrorMap(TransientFailures::isTransient, PostgresLoanViews::away);
    }

    /** A gate that let nobody in has said more than that. */
    private static Failure away(Throwable cause) {
        return Failure.behind(cause).orElseGet(() -> Failure.unavailable("The store of loans", cause));
    }

    private static LoanView loan(Readable row) {
        return new LoanView(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "status", String.class),
                Rows.get(row, "version", Integer.class),
                Rows.get(row, "amount_paise", Long.class),
                Rows.get(row, "tenure_months", Integer.class),
                Rows.get(row, "purpose", String.class),
                reasons(row),
                decimal(row, "annual_rate_pct"),
                decimal(row, "apr_pct"),
                row.get("emi_paise", Long.class),
                row.get("total_payable_paise", Long.class),
                row.get("kfs_hash", String.class),
                instant(row, "received_at"),
                instant(row, "decided_at"));
    }

    /** Why it was not offered, or why it ended before it was paid back. */
    private static List<String> reasons(Readable row) {
        String end = row.get("end_reason", String.class);
        return end == null ? List.of(Rows.get(row, "reasons", String[].class)) : List.of(end);
    }

    private static @Nullable String decimal(Readable row, String column) {
        BigDecimal value = row.get(column, BigDecimal.class);
        return value == null ? null : value.toPlainString();
    }

    private static Instant instant(Readable row, String column) {
        return Rows.get(row, column, OffsetDateTime.class).toInstant();
    }

    /** A key fact statement as it was shown, and its hash. */
    record Statement(String text, String hash) {}

    /** What a schedule follows from. */
    record Terms(long amountPaise, int tenureMonths, BigDecimal annualRatePercent, long emiPaise, LocalDate start) {}
}
