package com.byajbook.loanengine.servicing.persistence;

import com.byajbook.loanengine.servicing.usecase.AccountChange;
import com.byajbook.loanengine.servicing.usecase.Entry;
import com.byajbook.loanengine.servicing.usecase.FindBounceFee;
import com.byajbook.platform.postgres.Columns;
import com.byajbook.platform.postgres.Rows;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Owns {@code loan_entry}: lines are added and never changed. */
@Repository
class PostgresLoanEntries implements FindBounceFee {

    private static final String INSERT = """
            insert into loan_entry (loan_id, entry_no, at, kind, penalty_paise, fee_paise, interest_paise,
                principal_paise, excess_paise, payment_id)
            select * from unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::text[], $5::bigint[], $6::bigint[],
                $7::bigint[], $8::bigint[], $9::bigint[], $10::uuid[])
            """;

    private static final String IS_CHARGED = """
            select exists (select from loan_entry
                where loan_id = $1 and payment_id = $2 and (kind = 'FEE')) as charged
            """;

    private final DatabaseClient database;

    PostgresLoanEntries(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(List<AccountChange> changes) {
        List<Row> rows = changes.stream()
                .flatMap(change -> change.entries().stream().map(entry -> new Row(change.loanId(), entry)))
                .toList();
        return rows.isEmpty() ? Mono.empty() : Mono.defer(() -> insert(new Columns<>(rows)));
    }

    private Mono<Void> insert(Columns<Row> rows) {
        return database.sql(INSERT)
                .bind(0, rows.uuids(Row::loanId))
                .bind(1, rows.integers(row -> row.entry().number()))
                .bind(2, rows.instants(row -> row.entry().at()))
                .bind(3, rows.names(row -> row.entry().kind()))
                .bind(4, rows.longs(row -> row.entry().amounts().penaltyPaise()))
                .bind(5, rows.longs(row -> row.entry().amounts().feePaise()))
                .bind(6, rows.longs(row -> row.entry().amounts().interestPaise()))
                .bind(7, rows.longs(row -> row.entry().amounts().principalPaise()))
                .bind(8, rows.longs(row -> row.entry().excessPaise()))
                .bind(9, rows.uuids(row -> row.entry().paymentId()))
                .then();
    }

    @Override
    public Mono<Boolean> isCharged(UUID loanId, UUID paymentId) {
        return database.sql(IS_CHARGED)
                .bind(0, loanId)
                .bind(1, paymentId)
                .map(row -> Rows.get(row, "charged", Boolean.class))
                .one();
    }

    private record Row(UUID loanId, Entry entry) {}
}
