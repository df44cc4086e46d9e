package com.byajbook.loanengine.servicing.persistence;

import com.byajbook.loanengine.servicing.domain.Account;
import com.byajbook.loanengine.servicing.domain.LenderShare;
import com.byajbook.loanengine.servicing.usecase.AccountChange;
import com.byajbook.platform.postgres.Columns;
import com.byajbook.platform.postgres.Rows;
import io.r2dbc.spi.Readable;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Owns {@code lender_share}. Its rows are written under the lock of their account. */
@Repository
class PostgresLenderShares {

    private static final String INSERT = """
            insert into lender_share (loan_id, position, lender_id, principal_paise, paid_paise, principal_paid_paise)
            select * from unnest($1::uuid[], $2::int[], $3::uuid[], $4::bigint[], $5::bigint[], $6::bigint[])
            """;

    private static final String UPDATE = """
            update lender_share as share
            set paid_paise = changed.paid_paise, principal_paid_paise = changed.principal_paid_paise
            from unnest($1::uuid[], $2::int[], $3::bigint[], $4::bigint[])
                as changed (loan_id, position, paid_paise, principal_paid_paise)
            where share.loan_id = changed.loan_id and share.position = changed.position
            """;

    private static final String LIST = """
            select loan_id, position, lender_id, principal_paise, paid_paise, principal_paid_paise
            from lender_share where loan_id = any($1::uuid[])
            """;

    private final DatabaseClient database;

    PostgresLenderShares(DatabaseClient database) {
        this.database = database;
    }

    Mono<Map<UUID, List<LenderShare>>> list(UUID[] loans) {
        return Mono.defer(() -> database.sql(LIST)
                .bind(0, loans)
                .map(PostgresLenderShares::row)
                .all()
                .sort(Comparator.comparing(row -> row.share().position()))
                .collect(Collectors.groupingBy(Row::loanId, Collectors.mapping(Row::share, Collectors.toList()))));
    }

    Mono<Void> insert(List<Account> accounts) {
        List<Row> rows = accounts.stream().flatMap(PostgresLenderShares::rows).toList();
        return rows.isEmpty() ? Mono.empty() : Mono.defer(() -> insert(new Columns<>(rows)));
    }

    private Mono<Void> insert(Columns<Row> rows) {
        return database.sql(INSERT)
                .bind(0, rows.uuids(Row::loanId))
                .bind(1, rows.integers(row -> row.share().position()))
                .bind(2, rows.uuids(row -> row.share().lenderId()))
                .bind(3, rows.longs(row -> row.share().principalPaise()))
                .bind(4, rows.longs(row -> row.share().paidPaise()))
                .bind(5, rows.longs(row -> row.share().principalPaidPaise()))
                .then();
    }

    /** Only what changed about them. */
    Mono<Void> save(List<AccountChange> changes) {
        List<Row> rows = changes.stream().flatMap(PostgresLenderShares::changed).toList();
        return rows.isEmpty() ? Mono.empty() : Mono.defer(() -> update(new Columns<>(rows)));
    }

    private Mono<Void> update(Columns<Row> rows) {
        return database.sql(UPDATE)
                .bind(0, rows.uuids(Row::loanId))
                .bind(1, rows.integers(row -> row.share().position()))
                .bind(2, rows.longs(row -> row.share().paidPaise()))
                .bind(3, rows.longs(row -> row.share().principalPaidPaise()))
                .then();
    }

    private static Stream<Row> changed(AccountChange change) {
        Set<LenderShare> before = new HashSet<>(change.before().lenders());
        return rows(change.after()).filter(row -> !before.contains(row.share()));
    }

    private static Stream<Row> rows(Account account) {
        return account.lenders().stream().map(share -> new Row(account.terms().loanId(), share));
    }

    private static Row row(Readable row) {
        return new Row(
                Rows.get(row, "loan_id", UUID.class),
                new LenderShare(
                        Rows.get(row, "position", Integer.class),
                        Rows.get(row, "lender_id", UUID.class),
                        Rows.get(row, "principal_paise", Long.class),
                        Rows.get(row, "paid_paise", Long.class),
                        Rows.get(row, "principal_paid_paise", Long.class)));
    }

    private record Row(UUID loanId, LenderShare share) {}
}
