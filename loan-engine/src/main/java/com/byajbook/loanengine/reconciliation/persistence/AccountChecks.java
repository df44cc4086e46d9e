package com.byajbook.loanengine.reconciliation.persistence;

import static com.byajbook.loanengine.reconciliation.persistence.Slices.ACCOUNTS;

import com.byajbook.loanengine.reconciliation.ReconciliationProperties;
import com.byajbook.platform.invariant.Check;
import java.util.List;
import org.springframework.stereotype.Component;

/** What holds for each loan that was paid out. */
@Component
class AccountChecks {

    private static final String SHARES = ACCOUNTS + """
            , judged as (
                select lent is distinct from account.principal_paise
                        or left_over is distinct from account.outstanding_paise + account.written_off_paise as wrong,
                    'loan ' || id || ': lenders lent ' || coalesce(lent, 0) || ' of ' || account.principal_paise
                        || ' paise and have ' || coalesce(left_over, 0) || ' left in it' as said
                from looked join loan_account as account on account.loan_id = id
                left join lateral (select sum(principal_paise) as lent,
                        sum(principal_paise - principal_paid_paise) as left_over
                    from lender_share where loan_id = id) as shares on true
            )
            """;

    /** Who got a left-over paisa may be ahead, and a repayment that was taken back may leave one more; never further away. */
    private static final String PAYOUTS = ACCOUNTS + """
            , judged as (
                select paid is distinct from account.collected_lender_paise or uneven as wrong,
                    'loan ' || id || ': of ' || account.collected_lender_paise || ' paise lenders got '
                        || coalesce(paid, 0) || case when uneven then ', unevenly' else '' end as said
                from looked join loan_account as account on account.loan_id = id
                left join lateral (select sum(paid_paise) as paid,
                        coalesce(bool_or(abs(paid_paise::numeric * account.principal_paise
                                - account.collected_lender_paise::numeric * principal_paise)
                            > 2 * account.principal_paise), false) as uneven
                    from lender_share where loan_id = id) as shares on true
            )
            """;

    private static final String SCHEDULES = ACCOUNTS + """
            , judged as (
                select scheduled + account.prepaid_paise is distinct from account.principal_paise
                        or owed is distinct from account.outstanding_paise + account.written_off_paise
                        or account.state = 'ACTIVE' and oldest is distinct from account.oldest_unpaid_due as wrong,
                    'loan ' || id || ' of ' || account.principal_paise || ' paise: instalments repay '
                        || coalesce(scheduled, 0) || ', of which ' || coalesce(owed, 0) || ' are owed' as said
                from looked join loan_account as account on account.loan_id = id
                left join lateral (select sum(principal_paise) as scheduled,
                        sum(principal_paise - principal_paid_paise) as owed,
                        min(due_on) filter (where penalty_paise + fee_paise + interest_paise + principal_paise
                            > penalty_paid_paise + fee_paid_paise + interest_paid_paise + principal_paid_paise) as oldest
                    from instalment where loan_id = id) as rows on true
            )
            """;

    private static final String REPAYMENTS = ACCOUNTS + """
            , judged as (
                select repaid <> paid or repaid <> lines or interest + principal <> account.collected_lender_paise
                        as wrong,
                    'loan ' || id || ': repayments ' || repaid::text || ', instalments ' || paid::text
                        || ', statement ' || lines::text as said
                from looked join loan_account as account on account.loan_id = id
                left join lateral (select coalesce(sum(interest_paise), 0) as interest,
                        coalesce(sum(principal_paise), 0) as principal,
                        array[coalesce(sum(penalty_paise), 0), coalesce(sum(fee_paise), 0),
                            coalesce(sum(interest_paise), 0), coalesce(sum(principal_paise), 0)] as repaid
                    from repayment where loan_id = id and reversed_at is null) as repayments on true
                left join lateral (select array[coalesce(sum(penalty_paid_paise), 0), coalesce(sum(fee_paid_paise), 0),
                        coalesce(sum(interest_paid_paise), 0),
                        coalesce(sum(principal_paid_paise), 0) + account.prepaid_paise] as paid
                    from instalment where loan_id = id) as rows on true
                left join lateral (select array[coalesce(sum(sign * penalty_paise), 0),
                        coalesce(sum(sign * fee_paise), 0), coalesce(sum(sign * interest_paise), 0),
                        coalesce(sum(sign * principal_paise), 0)] as lines
                    from (select *, case kind when 'TAKEN_BACK' then -1 else 1 end as sign from loan_entry
                        where loan_id = id and kind in
                            ('REPAYMENT', 'PREPAYMENT', 'FORECLOSURE', 'EXIT', 'TAKEN_BACK')) as entry) as statement on true
            )
            """;

    /**
     * As far as tables tell: no instalment costs more interest than a month of the whole principal, no penal charge is more
     * than its rate on principal and interest alone for each day, and none is charged that is not on the statement.
     */
    private static final String PENALTIES = ACCOUNTS + """
            , judged as (
                select coalesce(too_much, false) or coalesce(penalties, 0) > coalesce(charged, 0) as wrong,
                    'loan ' || id || ': instalments bear penal charges of ' || coalesce(penalties, 0)
                        || ' paise, the statement ' || coalesce(charged, 0)
                        || case when too_much then ', and one costs more than it may' else '' end as said
                from looked join loan_account as account on account.loan_id = id
                left join lateral (select sum(penalty_paise) as penalties,
                        bool_or(interest_paise > account.principal_paise * account.annual_rate_pct / 1200 + 2
                            or penalty_paise > (interest_paise + principal_paise) * account.penal_percent_per_month / 100
                                * greatest(current_date - due_on + 2, 0) / 28
                                + greatest(current_date - due_on + 2, 0)) as too_much
                    from instalment where loan_id = id) as rows on true
                left join lateral (select sum(penalty_paise) as charged from loan_entry
                    where loan_id = id and kind = 'PENALTY') as statement on true
            )
            """;

    private static final String ALLOCATIONS = ACCOUNTS + """
            , judged as (
                select allocated <> lines or lines <> payments or taken_back <> lines_back as wrong,
                    'loan ' || id || ': ' || allocated || ' repayments on ' || lines || ' lines of ' || payments
                        || ' payments, and ' || taken_back || ' taken back on ' || lines_back as said
                from looked
                left join lateral (select count(*) as allocated, count(reversed_at) as taken_back
                    from repayment where loan_id = id and account_version is not null) as repayments on true
                left join lateral (select count(*) filter (where kind <> 'TAKEN_BACK') as lines,
                        count(distinct payment_id) as payments, count(*) filter (where kind = 'TAKEN_BACK') as lines_back
                    from loan_entry where loan_id = id and kind in
                        ('REPAYMENT', 'PREPAYMENT', 'FORECLOSURE', 'EXIT', 'TAKEN_BACK')) as statement on true
            )
            """;

    private final Slices slices;
    private final int loans;

    AccountChecks(Slices slices, ReconciliationProperties properties) {
        this.slices = slices;
        this.loans = properties.loansAtOnce();
    }

    List<Check> list() {
        return List.of(
                check(
                        "shares-are-principal",
                        "the shares of a loan are its principal, and its outstanding theirs",
                        SHARES),
                check(
                        "schedule-repays-principal",
                        "instalments and prepayments repay exactly the principal",
                        SCHEDULES),
                check(
                        "repayments-are-paid",
                        "what repayments paid is what instalments and the statement say, part by part",
                        REPAYMENTS),
                check("payouts-are-collected", "lenders got what was collected, each its share", PAYOUTS),
                check("penalties-bear-no-interest", "penal charges bear no interest and no penal charge", PENALTIES),
                check("allocated-once", "each repayment is allocated once, and taken back at most once", ALLOCATIONS));
    }

    private Check check(String name, String words, String query) {
        return Check.inTurn(name, words, from -> slices.look(query, from, loans, List.of()));
    }
}
