package com.byajbook.loanengine.servicing.persistence;

import com.byajbook.loanengine.servicing.domain.Account;
import com.byajbook.loanengine.servicing.domain.Instalment;
import com.byajbook.loanengine.servicing.usecase.AccountChange;
import com.byajbook.platform.postgres.Columns;
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

/** Owns {@code instalment}. Its rows are written under the lock of their account. */
@Repository
class PostgresInstalments {

    private static final String PUT = """
            insert into instalment (loan_id, number, due_on, penalty_paise, fee_paise, interest_paise, principal_paise,
                penalty_paid_paise, fee_paid_paise, interest_paid_paise, principal_paid_paise)
            select * from unnest($1::uuid[], $2::int[], $3::date[], $4::bigint[], $5::bigint[], $6::bigint[],
                $7::bigint[], $8::bigint[], $9::bigint[], $10::bigint[], $11::bigint[])
            on conflict (loan_id, number) do update
            set due_on = excluded.due_on, penalty_paise = excluded.penalty_paise, fee_paise = excluded.fee_paise,
                interest_paise = excluded.interest_paise, principal_paise = excluded.principal_paise,
                penalty_paid_paise = excluded.penalty_paid_paise, fee_paid_paise = excluded.fee_paid_paise,
                interest_paid_paise = excluded.interest_paid_paise,
                principal_paid_paise = excluded.principal_paid_paise
            """;

    private static final String DELETE = """
            delete from instalment using unnest($1::uuid[], $2::int[]) as gone (loan_id, number)
            where instalment.loan_id = gone.loan_id and instalment.number = gone.number
            """;

    private static final String LIST = """
            select loan_id, number, due_on, penalty_paise, fee_paise, interest_paise, principal_paise,
                penalty_paid_paise, fee_paid_paise, interest_paid_paise, principal_paid_paise
            from instalment where loan_id = any($1::uuid[])
            """;

    private final DatabaseClient database;

    PostgresInstalments(DatabaseClient database) {
        this.database = database;
    }

    Mono<Map<UUID, List<Instalment>>> list(UUID[] loans) {
        return Mono.defer(() -> database.sql(LIST)
                .bind(0, loans)
                .map(row -> InstalmentRow.read(row, "loan_id"))
                .all()
                .sort(Comparator.comparing(row -> row.instalment().number()))
                .collect(Collectors.groupingBy(
                        InstalmentRow::ownerId, Collectors.mapping(InstalmentRow::instalment, Collectors.toList()))));
    }

    /** All instalments of new accounts. */
    Mono<Void> insert(List<Account> accounts) {
        return put(accounts.stream().flatMap(PostgresInstalments::rows).toList());
    }

    /** Only what changed about them. */
    Mono<Void> save(List<AccountChange> changes) {
        List<InstalmentRow> gone =
                changes.stream().flatMap(PostgresInstalments::gone).toList();
        List<InstalmentRow> changed =
                changes.stream().flatMap(PostgresInstalments::changed).toList();
        return delete(gone).then(put(changed));
    }

    private Mono<Void> put(List<InstalmentRow> rows) {
        return rows.isEmpty()
                ? Mono.empty()
                : Mono.defer(() -> InstalmentRow.bind(database.sql(PUT), rows).then());
    }

    private Mono<Void> delete(List<InstalmentRow> rows) {
        if (rows.isEmpty()) {
            return Mono.empty();
        }
        Columns<InstalmentRow> gone = new Columns<>(rows);
        return Mono.defer(() -> database.sql(DELETE)
                .bind(0, gone.uuids(InstalmentRow::ownerId))
                .bind(1, gone.integers(row -> row.instalment().number()))
                .then());
    }

    private static Stream<InstalmentRow> rows(Account account) {
        return account.instalments().stream()
                .map(instalment -> new InstalmentRow(account.terms().loanId(), instalment));
    }

    private static Stream<InstalmentRow> changed(AccountChange change) {
        Set<Instalment> before = new HashSet<>(change.before().instalments());
        return rows(change.after()).filter(row -> !before.contains(row.instalment()));
    }

    private static Stream<InstalmentRow> gone(AccountChange change) {
        Set<Integer> kept =
                change.after().instalments().stream().map(Instalment::number).collect(Collectors.toSet());
        return rows(change.before())
                .filter(row -> !kept.contains(row.instalment().number()));
    }
}
