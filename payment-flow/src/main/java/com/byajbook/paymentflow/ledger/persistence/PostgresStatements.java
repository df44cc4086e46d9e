package com.byajbook.paymentflow.ledger.persistence;

import com.byajbook.paymentflow.ledger.domain.AccountName;
import com.byajbook.paymentflow.ledger.domain.Funds;
import com.byajbook.paymentflow.ledger.domain.Purpose;
import com.byajbook.paymentflow.ledger.usecase.ReadAccounts;
import com.byajbook.platform.postgres.ReportQueries;
import com.byajbook.platform.postgres.Rows;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Reads accounts. What somebody waits for goes over the main connections; pages and times gone by have the reports'. */
@Repository
class PostgresStatements implements ReadAccounts {

    private static final String FUNDS =
            "select balance_paise, held_paise from ledger_account where kind = $1 and owner_id = $2";

    private static final String AS_OF = """
            select coalesce(sum(amount_paise), 0)::bigint as balance_paise
            from ledger_posting join ledger_account using (account_id)
            where kind = $1 and owner_id = $2 and booked_at <= $3
            """;

    /** One statement, so that the balance and the lines are of one moment. */
    private static final String FIRST = """
            select transaction_no, transaction_id, purpose, subject_id, transaction.booked_at, amount_paise, balance_paise
            from ledger_account join ledger_posting using (account_id)
                join ledger_transaction as transaction using (transaction_no)
            where kind = $1 and owner_id = $2
            order by transaction_no desc limit $3
            """;

    private static final String BEFORE = """
            select transaction_no, transaction_id, purpose, subject_id, transaction.booked_at, amount_paise,
                $5::bigint as balance_paise
            from ledger_account join ledger_posting using (account_id)
                join ledger_transaction as transaction using (transaction_no)
            where kind = $1 and owner_id = $2 and transaction_no < $4
            order by transaction_no desc limit $3
            """;

    private final DatabaseClient database;
    private final DatabaseClient reports;

    PostgresStatements(DatabaseClient database, @ReportQueries DatabaseClient reports) {
        this.database = database;
        this.reports = reports;
    }

    @Override
    public Mono<Funds> funds(AccountName account) {
        return database.sql(FUNDS)
                .bind(0, account.kind().name())
                .bind(1, account.ownerId())
                .map(row ->
                        new Funds(Rows.get(row, "balance_paise", Long.class), Rows.get(row, "held_paise", Long.class)))
                .one()
                .defaultIfEmpty(Funds.NONE);
    }

    @Override
    public Mono<Long> balanceAsOf(AccountName account, Instant until) {
        return reports.sql(AS_OF)
                .bind(0, account.kind().name())
                .bind(1, account.ownerId())
                .bind(2, until.atOffset(ZoneOffset.UTC))
                .map(row -> Rows.get(row, "balance_paise", Long.class))
                .one();
    }

    @Override
    public Mono<Page> statement(AccountName account, @Nullable Position before, int limit) {
        DatabaseClient.GenericExecuteSpec query = reports.sql(before == null ? FIRST : BEFORE)
                .bind(0, account.kind().name())
                .bind(1, account.ownerId())
                // One more than fits: whether it comes says whether there is another page.
                .bind(2, limit + 1);
        if (before != null) {
            query = query.bind(3, before.transactionNo()).bind(4, before.balancePaise());
        }
        return query.map(PostgresStatements::row).all().collectList().map(rows -> page(rows, limit));
    }

    /** The newest line left the balance that the account has; each line before it, less by the one after. */
    private static Page page(List<Row> rows, int limit) {
        List<Line> lines = new ArrayList<>();
        long balance = rows.isEmpty() ? 0 : rows.get(0).newestBalancePaise();
        for (Row row : rows.subList(0, Math.min(limit, rows.size()))) {
            lines.add(row.line(balance));
            balance = Math.subtractExact(balance, row.amountPaise());
        }
        return new Page(
                lines, rows.size() > limit ? new Position(rows.get(limit - 1).transactionNo(), balance) : null);
    }

    private static Row row(Readable row) {
        return new Row(
                Rows.get(row, "transaction_no", Long.class),
                Rows.get(row, "transaction_id", UUID.class),
                Purpose.valueOf(Rows.get(row, "purpose", String.class)),
                Rows.get(row, "subject_id", UUID.class),
                Rows.get(row, "booked_at", OffsetDateTime.class).toInstant(),
                Rows.get(row, "amount_paise", Long.class),
                Rows.get(row, "balance_paise", Long.class));
    }

    private record Row(
            long transactionNo,
            UUID transactionId,
            Purpose purpose,
            UUID subjectId,
            Instant bookedAt,
            long amountPaise,
            long newestBalancePaise) {

        Line line(long balancePaise) {
            return new Line(transactionId, purpose, subjectId, bookedAt, amountPaise, balancePaise);
        }
    }
}
