package com.byajbook.loadtests.bench.dayend;

import com.byajbook.loadtests.harness.SqlDatabase;

/** Fills the books with loans that are 45 days old: one instalment has been due, and some did not pay it. */
public final class LoansInService {
    private static final String LOANS = """
            insert into loan (id, borrower_id, status, version, amount_paise, tenure_months, purpose, reasons,
                annual_rate_pct, apr_pct, emi_paise, fees_paise, total_payable_paise, schedule_start, kfs_hash,
                received_at, decided_at)
            select md5('loan' || i)::uuid, md5('borrower' || i)::uuid, 'ACTIVE', 5, 1200000, 12, 'Benchmark', '{}',
                15, 18, 115000, 24000, 1380000, current_date - 45, 'none', now(), now()
            from generate_series(1, %1$d) as i
            """;

    private static final String ACCOUNTS = """
            insert into loan_account (loan_id, borrower_id, principal_paise, annual_rate_pct, tenure_months, emi_paise,
                disbursed_on, penal_percent_per_month, bounce_charge_paise, cooling_off_days, allocation_order, state, arrears,
                oldest_unpaid_due, outstanding_paise, prepaid_paise, collected_principal_paise, collected_lender_paise,
                written_off_paise, accrued_paise, version)
            select md5('loan' || i)::uuid, md5('borrower' || i)::uuid, 1200000, 15, 12, 115000,
                current_date - 45, 2, 25000, 3, 'PENALTY FEE INTEREST, PRINCIPAL', 'ACTIVE', 'REGULAR',
                (current_date - 45 + make_interval(months => case when late then 1 else 2 end))::date,
                case when late then 1200000 else 1100000 end, 0,
                case when late then 0 else 100000 end, case when late then 0 else 115000 end, 0, 0, 1
            from (select i, i %% 100 < %2$d as late from generate_series(1, %1$d) as i) as loans
            """;

    private static final String INSTALMENTS = """
            insert into instalment (loan_id, number, due_on, penalty_paise, fee_paise, interest_paise, principal_paise,
                penalty_paid_paise, fee_paid_paise, interest_paid_paise, principal_paid_paise)
            select md5('loan' || i)::uuid, number, (current_date - 45 + make_interval(months => number))::date,
                0, 0, 15000, 100000, 0, 0,
                case when paid then 15000 else 0 end, case when paid then 100000 else 0 end
            from (select i, number, number = 1 and i %% 100 >= %2$d as paid
                from generate_series(1, %1$d) as i, generate_series(1, 12) as number) as rows
            """;

    private static final String SHARES = """
            insert into lender_share (loan_id, position, lender_id, principal_paise, paid_paise, principal_paid_paise)
            select md5('loan' || i)::uuid, position, md5('lender' || (i * 3 + position) %% 1000)::uuid, 400000,
                case when i %% 100 < %2$d then 0 when position = 1 then 38334 else 38333 end,
                case when i %% 100 < %2$d then 0 when position = 1 then 33334 else 33333 end
            from generate_series(1, %1$d) as i, generate_series(1, 3) as position
            """;

    /** As if all days before these were done. */
    private static final String DONE = """
            insert into day_end_run (day, state) values ((now() at time zone 'Asia/Kolkata')::date - %d, 'DONE')
            """;

    private LoansInService() {}

    /** So many loans, so many per cent of them in arrears, and so many days to be ended. */
    public static void fill(SqlDatabase database, int loans, int inArrearsPercent, int days) {
        database.execute("truncate day_end_run");
        for (String table : new String[] {LOANS, ACCOUNTS, INSTALMENTS, SHARES}) {
            database.execute(table.formatted(loans, inArrearsPercent));
        }
        database.execute("analyze");
        // The last day that may be ended is yesterday, and half an hour after midnight the day before.
        database.execute(DONE.formatted(days + 1));
    }
}
