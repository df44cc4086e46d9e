package com.byajbook.loanengine.servicing.persistence;

import com.byajbook.loanengine.servicing.usecase.ReadBooks;
import com.byajbook.platform.messaging.TransientFailures;
import com.byajbook.platform.postgres.ReportQueries;
import com.byajbook.platform.postgres.Rows;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Reads lists out of the books over the report connections. Whose they are stands in every condition. */
@Repository
class PostgresServicingViews implements ReadBooks {

    private static final String IS_OF = """
            select loan_id from loan_account where borrower_id = $1 and loan_id = $2
            """;

    private static final String STATEMENT = """
            select entry_no, at, kind, entry.penalty_paise, entry.fee_paise, entry.interest_paise,
                entry.principal_paise, entry.excess_paise, entry.payment_id
            from loan_entry as entry join loan_account as account on account.loan_id = entry.loan_id
            where account.borrower_id = $1 and entry.loan_id = $2 and entry.entry_no > $3
            order by entry.entry_no limit $4
            """;

    /** What is written off is lost and no more outstanding. */
    private static final String PORTFOLIO = """
            select account.loan_id, account.disbursed_on, account.state, account.arrears, held.principal_paise,
                case when account.state = 'ACTIVE' then held.principal_paise - held.principal_paid_paise else 0 end
                    as outstanding_paise,
                held.paid_paise
            from (select loan_id, sum(principal_paise)::bigint as principal_paise, sum(paid_paise)::bigint as paid_paise,
                    sum(principal_paid_paise)::bigint as principal_paid_paise
                from lender_share
                where lender_id = $1 and loan_id > coalesce($2::uuid, '00000000-0000-0000-0000-000000000000'::uuid)
                group by loan_id order by loan_id limit $3) as held
            join loan_account as account on account.loan_id = held.loan_id
            order by account.loan_id
            """;

    private static final String SUMS = """
            select coalesce(sum(share.principal_paise), 0)::bigint as invested_paise,
                coalesce(sum(share.principal_paise - share.principal_paid_paise)
                    filter (where account.state = 'ACTIVE'), 0)::bigint as outstanding_paise,
                coalesce(sum(share.paid_paise), 0)::bigint as received_paise
            from lender_share as share join loan_account as account using (loan_id)
            where lender_id = $1 and account.state <> 'REVERSED'
            """;

    private final DatabaseClient reports;

    PostgresServicingViews(@ReportQueries DatabaseClient reports) {
        this.reports = reports;
    }

    @Override
    public Mono<List<Line>> statement(UUID borrowerId, UUID loanId, int after, int limit) {
        return reports.sql(IS_OF)
                .bind(0, borrowerId)
                .bind(1, loanId)
                .map(row -> Rows.get(row, "loan_id", UUID.class))
                .one()
                .flatMap(own -> lines(borrowerId, own, after, limit))
                .onErrorMap(TransientFailures::isTransient, PostgresBooks::away);
    }

    private Mono<List<Line>> lines(UUID borrowerId, UUID loanId, int after, int limit) {
        return reports.sql(STATEMENT)
                .bind(0, borrowerId)
                .bind(1, loanId)
                .bind(2, after)
                .bind(3, limit)
                .map(PostgresServicingViews::line)
                .all()
                .collectList();
    }

    @Override
    public Mono<List<Holding>> portfolio(UUID lenderId, @Nullable UUID after, int limit) {
        DatabaseClient.GenericExecuteSpec query = reports.sql(PORTFOLIO).bind(0, lenderId);
        return (after == null ? query.bindNull(1, UUID.class) : query.bind(1, after))
                .bind(2, limit)
                .map(PostgresServicingViews::holding)
                .all()
                .collectList()
                .onErrorMap(TransientFailures::isTransient, PostgresBooks::away);
    }

    @Override
    public Mono<Sums> sums(UUID lenderId) {
        return reports.sql(SUMS)
                .bind(0, lenderId)
                .map(row -> new Sums(
                        Rows.get(row, "invested_paise", Long.class),
                        Rows.get(row, "outstanding_paise", Long.class),
                        Rows.get(row, "received_paise", Long.class)))
                .one()
                .onErrorMap(TransientFailures::isTransient, PostgresBooks::away);
    }

    private static Line line(Readable row) {
        return new Line(
                Rows.get(row, "entry_no", Integer.class),
                Rows.get(row, "at", OffsetDateTime.class).toInstant(),
                Rows.get(row, "kind", String.class),
                Rows.get(row, "penalty_paise", Long.class),
                Rows.get(row, "fee_paise", Long.class),
                Rows.get(row, "interest_paise", Long.class),
                Rows.get(row, "principal_paise", Long.class),
                Rows.get(row, "excess_paise", Long.class),
                row.get("payment_id", UUID.class));
    }

    private static Holding holding(Readable row) {
        return new Holding(
                Rows.get(row, "loan_id", UUID.class),
                Rows.get(row, "disbursed_on", LocalDate.class),
                Rows.get(row, "state", String.class),
                Rows.get(row, "arrears", String.class),
                Rows.get(row, "principal_paise", Long.class),
                Rows.get(row, "outstanding_paise", Long.class),
                Rows.get(row, "paid_paise", Long.class));
    }
}
