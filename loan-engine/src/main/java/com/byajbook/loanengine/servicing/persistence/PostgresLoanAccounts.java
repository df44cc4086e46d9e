package com.byajbook.loanengine.servicing.persistence;

import com.byajbook.loanengine.servicing.domain.Account;
import com.byajbook.loanengine.servicing.domain.Accrual;
import com.byajbook.platform.postgres.Columns;
import com.byajbook.platform.postgres.Rows;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Owns {@code loan_account}. Rows are locked in the order of the loan's id, as PostgreSQL sorts it, so that two batches with
 * the same loans wait for each other and never form a ring.
 */
@Repository
class PostgresLoanAccounts {

    private static final String INSERT = """
            insert into loan_account (loan_id, borrower_id, principal_paise, annual_rate_pct, tenure_months, emi_paise,
                disbursed_on, penal_percent_per_month, bounce_charge_paise, cooling_off_days, allocation_order, state, arrears,
                oldest_unpaid_due, outstanding_paise, prepaid_paise, collected_principal_paise, collected_lender_paise,
                written_off_paise, accrued_paise, version)
            select loan_id, borrower_id, principal_paise, annual_rate_pct, tenure_months, emi_paise, disbursed_on,
                penal_percent_per_month, bounce_charge_paise, cooling_off_days, allocation_order, 'ACTIVE', 'REGULAR', oldest_unpaid_due,
                principal_paise, 0, 0, 0, 0, 0, 1
            from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::numeric[], $5::int[], $6::bigint[], $7::date[],
                $8::numeric[], $9::int[], $10::text[], $11::date[], $12::bigint[])
                as opened (loan_id, borrower_id, principal_paise, annual_rate_pct, tenure_months, emi_paise,
                    disbursed_on, penal_percent_per_month, cooling_off_days, allocation_order, oldest_unpaid_due,
                    bounce_charge_paise)
            order by loan_id
            on conflict (loan_id) do nothing
            returning loan_id
            """;

    private static final String COLUMNS = """
            select loan_id, borrower_id, principal_paise, annual_rate_pct, tenure_months, emi_paise, disbursed_on,
                penal_percent_per_month, bounce_charge_paise, cooling_off_days, allocation_order, state, arrears,
                outstanding_paise,
                prepaid_paise, collected_lender_paise, written_off_paise, accrued_until, accrued_paise, version
            from loan_account
            """;

    private static final String LOCK = COLUMNS + " where loan_id = any($1::uuid[]) order by loan_id for no key update";

    /** Of a batch in service, those that are in arrears or may be no more. */
    private static final String LOCK_IN_ARREARS = COLUMNS + """
             where loan_id = any($1::uuid[]) and state = 'ACTIVE'
                and (oldest_unpaid_due <= $2 or arrears <> 'REGULAR')
                and (day_end_done is null or day_end_done < $2)
            order by loan_id for no key update
            """;

    private static final String FIND = COLUMNS + " where borrower_id = $1 and loan_id = $2";

    private static final String UPDATE = """
            update loan_account as account
            set state = changed.state, arrears = changed.arrears, oldest_unpaid_due = changed.oldest_unpaid_due,
                outstanding_paise = changed.outstanding_paise, prepaid_paise = changed.prepaid_paise,
                collected_principal_paise =
                    account.principal_paise - changed.outstanding_paise - changed.written_off_paise,
                collected_lender_paise = changed.collected_lender_paise, written_off_paise = changed.written_off_paise,
                accrued_until = changed.accrued_until, accrued_paise = changed.accrued_paise, version = changed.version
            from unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::date[], $6::bigint[], $7::bigint[],
                $8::bigint[], $9::bigint[], $10::date[], $11::bigint[], $12::int[])
                as changed (loan_id, from_version, state, arrears, oldest_unpaid_due, outstanding_paise, prepaid_paise,
                    collected_lender_paise, written_off_paise, accrued_until, accrued_paise, version)
            where account.loan_id = changed.loan_id and account.version = changed.from_version
            """;

    private static final String MARK = """
            update loan_account set day_end_done = $2 where loan_id = any($1::uuid[])
            """;

    private static final String IN_SERVICE = """
            select loan_id from loan_account
            where state = 'ACTIVE' and loan_id > coalesce($1::uuid, '00000000-0000-0000-0000-000000000000'::uuid)
            order by loan_id limit $2
            """;

    private final DatabaseClient database;

    PostgresLoanAccounts(DatabaseClient database) {
        this.database = database;
    }

    /** The loans that had no account before. */
    Mono<Set<UUID>> insert(List<Account> accounts) {
        return Mono.defer(() -> insert(new Columns<>(accounts)));
    }

    private Mono<Set<UUID>> insert(Columns<Account> accounts) {
        return database.sql(INSERT)
                .bind(0, accounts.uuids(account -> account.terms().loanId()))
                .bind(1, accounts.uuids(account -> account.terms().borrowerId()))
                .bind(2, accounts.longs(account -> account.terms().principalPaise()))
                .bind(3, accounts.decimals(account -> account.terms().annualRatePercent()))
                .bind(4, accounts.integers(account -> account.terms().months()))
                .bind(5, accounts.longs(account -> account.terms().emiPaise()))
                .bind(6, accounts.dates(account -> account.terms().disbursedOn()))
                .bind(
                        7,
                        accounts.decimals(
                                account -> account.terms().conditions().penalPercentPerMonth()))
                .bind(
                        8,
                        accounts.integers(
                                account -> account.terms().conditions().coolingOffDays()))
                .bind(
                        9,
                        accounts.texts(
                                account -> account.terms().conditions().order().text()))
                .bind(10, accounts.dates(Account::oldestUnpaidDue))
                .bind(11, accounts.longs(account -> account.terms().conditions().bounceChargePaise()))
                .map(row -> Rows.get(row, "loan_id", UUID.class))
                .all()
                .collect(Collectors.toSet());
    }

    /** Without instalments and shares. */
    Mono<List<Account>> lock(UUID[] loans) {
        return Mono.defer(() ->
                database.sql(LOCK).bind(0, loans).map(AccountRow::read).all().collectList());
    }

    /** Without instalments and shares. */
    Mono<List<Account>> lockInArrears(List<UUID> loans, LocalDate day) {
        return Mono.defer(() -> database.sql(LOCK_IN_ARREARS)
                .bind(0, loans.toArray(UUID[]::new))
                .bind(1, day)
                .map(AccountRow::read)
                .all()
                .collectList());
    }

    /** Without instalments and shares. */
    Mono<Account> find(UUID borrowerId, UUID loanId) {
        return Mono.defer(() -> database.sql(FIND)
                .bind(0, borrowerId)
                .bind(1, loanId)
                .map(AccountRow::read)
                .one());
    }

    /** The next loans in service after this one, by id. */
    Mono<List<UUID>> inService(@Nullable UUID after, int limit) {
        DatabaseClient.GenericExecuteSpec query = database.sql(IN_SERVICE);
        return (after == null ? query.bindNull(0, UUID.class) : query.bind(0, after))
                .bind(1, limit)
                .map(row -> Rows.get(row, "loan_id", UUID.class))
                .all()
                .collectList();
    }

    /** Fails when an account is not as it was read: then it was not locked. */
    Mono<Void> update(List<Change> changes) {
        return Mono.defer(() -> update(new Columns<>(changes)))
                .filter(updated -> updated == changes.size())
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("an account changed while it was held")))
                .then();
    }

    private Mono<Long> update(Columns<Change> changes) {
        return database.sql(UPDATE)
                .bind(0, changes.uuids(change -> change.after().terms().loanId()))
                .bind(1, changes.integers(Change::fromVersion))
                .bind(2, changes.names(change -> change.after().state()))
                .bind(3, changes.names(change -> change.after().arrears()))
                .bind(4, changes.dates(change -> change.after().oldestUnpaidDue()))
                .bind(5, changes.longs(change -> change.after().totals().outstandingPaise()))
                .bind(6, changes.longs(change -> change.after().totals().prepaidPaise()))
                .bind(7, changes.longs(change -> change.after().totals().collectedPaise()))
                .bind(8, changes.longs(change -> change.after().totals().writtenOffPaise()))
                .bind(9, changes.dates(Change::accruedUntil))
                .bind(10, changes.longs(Change::accruedPaise))
                .bind(11, changes.integers(change -> change.after().version()))
                .fetch()
                .rowsUpdated();
    }

    Mono<Void> mark(List<UUID> loans, LocalDate day) {
        return Mono.defer(() -> database.sql(MARK)
                .bind(0, loans.toArray(UUID[]::new))
                .bind(1, day)
                .then());
    }

    /** An account as it becomes, from the version that was read. */
    record Change(int fromVersion, Account after) {

        @Nullable
        LocalDate accruedUntil() {
            Accrual accrual = after.accrual();
            return accrual == null ? null : accrual.until();
        }

        Long accruedPaise() {
            Accrual accrual = after.accrual();
            return accrual == null ? 0 : accrual.paise();
        }
    }
}
