package com.byajbook.loanengine.servicing.persistence;

import com.byajbook.loanengine.servicing.usecase.RecordRepayments;
import com.byajbook.platform.postgres.Columns;
import com.byajbook.platform.postgres.Rows;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Owns {@code repayment}. A payment that is there already makes the insert fail, and so is never allocated twice. */
@Repository
class PostgresRepayments implements RecordRepayments {

    private static final String KNOWN = "select payment_id from repayment where payment_id = any($1::uuid[])";

    private static final String INSERT = """
            insert into repayment (payment_id, loan_id, penalty_paise, fee_paise, interest_paise, principal_paise,
                excess_paise, allocated_at)
            select * from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[],
                $7::bigint[], $8::timestamptz[])
            """;

    private final DatabaseClient database;

    PostgresRepayments(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Set<UUID>> known(Collection<UUID> paymentIds) {
        return Mono.defer(() -> database.sql(KNOWN)
                .bind(0, paymentIds.toArray(UUID[]::new))
                .map(row -> Rows.get(row, "payment_id", UUID.class))
                .all()
                .collect(Collectors.toSet()));
    }

    /** In one order everywhere, so that two batches with the same payments wait for each other and never form a ring. */
    @Override
    public Mono<Void> record(List<Allocated> repayments) {
        if (repayments.isEmpty()) {
            return Mono.empty();
        }
        List<Allocated> sorted = repayments.stream()
                .sorted(Comparator.comparing(Allocated::paymentId))
                .toList();
        return Mono.defer(() -> insert(new Columns<>(sorted)));
    }

    private Mono<Void> insert(Columns<Allocated> rows) {
        return database.sql(INSERT)
                .bind(0, rows.uuids(Allocated::paymentId))
                .bind(1, rows.uuids(Allocated::loanId))
                .bind(2, rows.longs(row -> row.split().penaltyPaise()))
                .bind(3, rows.longs(row -> row.split().feePaise()))
                .bind(4, rows.longs(row -> row.split().interestPaise()))
                .bind(5, rows.longs(row -> row.split().principalPaise()))
                .bind(6, rows.longs(row -> row.split().excessPaise()))
                .bind(7, rows.instants(Allocated::at))
                .then();
    }
}
