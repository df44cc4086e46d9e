package com.byajbook.loanengine.marketplace.persistence;

import com.byajbook.loanengine.marketplace.usecase.ReadMarket;
import com.byajbook.loanengine.paging.Cursor;
import com.byajbook.platform.messaging.TransientFailures;
import com.byajbook.platform.postgres.ReportQueries;
import com.byajbook.platform.postgres.Rows;
import com.byajbook.platform.problem.Failure;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Reads what lenders may see. The lender stands in every condition about commitments, and nothing about a borrower in any
 * selection. One commitment, asked for while somebody waits, goes over the main connections; pages have the report
 * connections.
 */
@Repository
class PostgresMarketViews implements ReadMarket {

    private static final String LISTED = """
            select listing.loan_id, listing.amount_paise,
                listing.amount_paise - listing.reserved_paise - listing.held_paise as left_paise,
                loan.tenure_months, loan.annual_rate_pct, loan.purpose, loan_decision.band, listing.listed_at,
                listing.expires_at
            from listing
            join loan on loan.id = listing.loan_id
            join loan_decision on loan_decision.loan_id = listing.loan_id
            where listing.state = 'OPEN'
            """;

    private static final String FIRST_LISTED = LISTED + """
            order by listing.listed_at desc, listing.loan_id desc limit $1
            """;

    private static final String NEXT_LISTED = LISTED + """
            and (listing.listed_at, listing.loan_id) < ($2, $3)
            order by listing.listed_at desc, listing.loan_id desc limit $1
            """;

    private static final String COMMITMENT = """
            select id, loan_id, case state when 'RESERVED' then 'PENDING' else state end as status, version, amount_paise,
                reason, created_at, updated_at
            from commitment where lender_id = $1
            """;

    private static final String FIND = COMMITMENT + " and id = $2";

    private static final String FIRST = COMMITMENT + " order by created_at desc, id desc limit $2";

    private static final String NEXT = COMMITMENT + """
            and (created_at, id) < ($3, $4) order by created_at desc, id desc limit $2
            """;

    private final DatabaseClient database;
    private final DatabaseClient reports;

    PostgresMarketViews(DatabaseClient database, @ReportQueries DatabaseClient reports) {
        this.database = database;
        this.reports = reports;
    }

    @Override
    public Mono<List<ListedLoan>> listListings(@Nullable Cursor after, int limit) {
        GenericExecuteSpec page = after == null
                ? reports.sql(FIRST_LISTED).bind(0, limit)
                : reports.sql(NEXT_LISTED)
                        .bind(0, limit)
                        .bind(1, after.at().atOffset(ZoneOffset.UTC))
                        .bind(2, after.id());
        return page.map(PostgresMarketViews::listed)
                .all()
                .collectList()
                .onErrorMap(TransientFailures::isTransient, PostgresMarketViews::away);
    }

    @Override
    public Mono<CommitmentView> findCommitment(UUID lenderId, UUID commitmentId) {
        return database.sql(FIND)
                .bind(0, lenderId)
                .bind(1, commitmentId)
                .map(PostgresMarketViews::commitment)
                .one()
                .onErrorMap(TransientFailures::isTransient, PostgresMarketViews::away);
    }

    @Override
    public Mono<List<CommitmentView>> listCommitments(UUID lenderId, @Nullable Cursor after, int limit) {
        GenericExecuteSpec first =
                reports.sql(after == null ? FIRST : NEXT).bind(0, lenderId).bind(1, limit);
        GenericExecuteSpec page = after == null
                ? first
                : first.bind(2, after.at().atOffset(ZoneOffset.UTC)).bind(3, after.id());
        return page.map(PostgresMarketViews::commitment)
                .all()
                .collectList()
                .onErrorMap(TransientFailures::isTransient, PostgresMarketViews::away);
    }

    /** A gate that let nobody in has said more than that. */
    private static Failure away(Throwable cause) {
        return Failure.behind(cause).orElseGet(() -> Failure.unavailable("The marketplace", cause));
    }

    private static ListedLoan listed(Readable row) {
        return new ListedLoan(
                Rows.get(row, "loan_id", UUID.class),
                Rows.get(row, "amount_paise", Long.class),
                Rows.get(row, "left_paise", Long.class),
                Rows.get(row, "tenure_months", Integer.class),
                Rows.get(row, "annual_rate_pct", BigDecimal.class).toPlainString(),
                Rows.get(row, "purpose", String.class),
                Rows.get(row, "band", String.class),
                Rows.get(row, "listed_at", OffsetDateTime.class).toInstant(),
                Rows.get(row, "expires_at", OffsetDateTime.class).toInstant());
    }

    private static CommitmentView commitment(Readable row) {
        return new CommitmentView(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "loan_id", UUID.class),
                Rows.get(row, "status", String.class),
                Rows.get(row, "version", Integer.class),
                Rows.get(row, "amount_paise", Long.class),
                row.get("reason", String.class),
                Rows.get(row, "created_at", OffsetDateTime.class).toInstant(),
                Rows.get(row, "updated_at", OffsetDateTime.class).toInstant());
    }
}
