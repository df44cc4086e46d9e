package com.byajbook.loanengine.servicing.stories;

import static org.assertj.core.api.Assertions.assertThat;

/** What always holds between the tables, asked of the database itself. */
final class Books {

    /** 4: the shares are the principal, and what lenders have out is what is outstanding. */
    private static final String SHARES = """
            select account.loan_id::text from loan_account as account
            join (select loan_id, sum(principal_paise) as lent, sum(principal_paise - principal_paid_paise) as out,
                    sum(paid_paise) as paid from lender_share group by loan_id) as shares
                on shares.loan_id = account.loan_id
            where shares.lent <> account.principal_paise
                or shares.out <> account.outstanding_paise + account.written_off_paise
                or shares.paid <> account.collected_lender_paise
            """;

    /** 6 and 7: instalments and prepayments are the principal, and what was paid of them is what was collected. */
    private static final String INSTALMENTS = """
            select account.loan_id::text from loan_account as account
            join (select loan_id, sum(principal_paise) as scheduled, sum(principal_paid_paise) as repaid,
                    sum(principal_paid_paise + interest_paid_paise) as collected from instalment group by loan_id) as rows
                on rows.loan_id = account.loan_id
            where rows.scheduled + account.prepaid_paise <> account.principal_paise
                or rows.repaid + account.prepaid_paise <> account.collected_principal_paise
                or rows.collected + account.prepaid_paise <> account.collected_lender_paise
            """;

    /** 8: what repayments paid is on the statement and in the instalments. */
    private static final String STATEMENTS = """
            select account.loan_id::text from loan_account as account
            left join (select loan_id, sum(interest_paise + principal_paise) as lenders from repayment
                group by loan_id) as paid on paid.loan_id = account.loan_id
            left join (select loan_id, sum(interest_paise + principal_paise) as lenders from loan_entry
                where kind in ('REPAYMENT', 'PREPAYMENT', 'FORECLOSURE', 'EXIT') group by loan_id) as lines
                on lines.loan_id = account.loan_id
            where coalesce(paid.lenders, 0) <> account.collected_lender_paise
                or coalesce(lines.lenders, 0) <> account.collected_lender_paise
            """;

    private Books() {}

    static void assertHold(ServicingEngine engine) {
        assertThat(engine.texts("select loan_id::text from loan_account")).isNotEmpty();
        assertThat(engine.texts(SHARES)).isEmpty();
        assertThat(engine.texts(INSTALMENTS)).isEmpty();
        assertThat(engine.texts(STATEMENTS)).isEmpty();
    }
}
