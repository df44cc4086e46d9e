package com.byajbook.loanengine.reconciliation.persistence;

import com.byajbook.loanengine.reconciliation.Caps;
import com.byajbook.loanengine.reconciliation.ReconciliationProperties;
import com.byajbook.platform.invariant.Check;
import java.util.List;
import org.springframework.stereotype.Component;

/** What holds for each application and listing, and for what lenders and borrowers have open under their caps. */
@Component
class MarketChecks {

    private static final String DECISIONS = """
            with slice as materialized (select id from loan where id > $1 order by id limit $2), judged as (
                select (select count(*) from loan_decision where loan_id = loan.id) <> 1
                        or loan.kfs_hash is distinct from
                            (select hash from key_fact_statement where loan_id = loan.id)
                        or loan.status in ('LISTED', 'FUNDED', 'DISBURSING', 'ACTIVE', 'CLOSED', 'WRITTEN_OFF')
                            and not exists (select from offer_acceptance
                                where loan_id = loan.id and outcome = 'ACCEPTED') as wrong,
                    'loan ' || loan.id || ' in ' || loan.status as said
                from slice join loan using (id)
            )
            """;

    private static final String LISTINGS = """
            with slice as materialized (
                select loan_id as id from listing where loan_id > $1 order by loan_id limit $2
            ), judged as (
                select listing.reserved_paise <> reserved or listing.held_paise <> held or listing.lenders <> lenders_live
                        or reserved + held > listing.amount_paise
                        or (listing.state = 'OPEN') <> (loan.status = 'LISTED') as wrong,
                    'loan ' || listing.loan_id || ' in ' || loan.status || ' of ' || listing.amount_paise || ' paise: '
                        || listing.reserved_paise || ' reserved and ' || listing.held_paise || ' held, commitments of '
                        || reserved || ' and ' || held as said
                from slice join listing on listing.loan_id = slice.id join loan on loan.id = slice.id
                left join lateral (select coalesce(sum(amount_paise) filter (where state = 'RESERVED'), 0) as reserved,
                        coalesce(sum(amount_paise) filter (where state <> 'RESERVED'), 0) as held,
                        count(*) as lenders_live
                    from commitment where loan_id = slice.id and state in ('RESERVED', 'HELD', 'INVESTED')) as live on true
            )
            """;

    /** What was promised and lent, less what came back; a loan whose disbursal came back was never lent. */
    private static final String LENDERS = """
            with slice as materialized (
                select lender_id as id from lender_exposure where lender_id > $1 order by lender_id limit $2
            ), judged as (
                select lender.committed_paise <> coalesce(lent, 0) or lender.committed_paise > $3
                        or coalesce(pairs_out, false) or coalesce(pair_sum, 0) <> lender.committed_paise as wrong,
                    'lender ' || slice.id || ' has ' || lender.committed_paise || ' paise out, pairs '
                        || coalesce(pair_sum, 0) || ', commitments ' || coalesce(lent, 0)
                        || case when pairs_out then ', and a pair is wrong' else '' end as said
                from slice join lender_exposure as lender on lender.lender_id = slice.id
                left join lateral (
                    with moves as (
                        select borrower_id, amount_paise as paise from commitment
                        where lender_id = slice.id and state in ('RESERVED', 'HELD', 'INVESTED')
                        union all
                        select account.borrower_id, -share.principal_paid_paise
                        from lender_share as share join loan_account as account using (loan_id)
                        where share.lender_id = slice.id and account.state <> 'REVERSED'
                    ), by_pair as (select borrower_id, sum(paise) as paise from moves group by borrower_id)
                    select (select sum(paise) from by_pair) as lent, sum(pair.committed_paise) as pair_sum,
                        bool_or(pair.committed_paise <> coalesce(by_pair.paise, 0) or pair.committed_paise > $4)
                            as pairs_out
                    from pair_exposure as pair left join by_pair using (borrower_id)
                    where pair.lender_id = slice.id) as books on true
            )
            """;

    private static final String BORROWERS = """
            with slice as materialized (
                select borrower_id as id from borrower_exposure where borrower_id > $1 order by borrower_id limit $2
            ), changed as materialized (
                select distinct account.borrower_id as id
                from (select loan_id from loan_entry where at > now() - interval '5 minutes'
                    order by at desc limit $2) as entry
                join loan_account as account using (loan_id)
            ), looked as materialized (
                select id from slice union select id from changed
            ), judged as (
                select open_paise <> coalesce(owed, 0) or open_paise > $3 as wrong,
                    'borrower ' || id || ' has ' || open_paise || ' paise open and loans of ' || coalesce(owed, 0) as said
                from looked join borrower_exposure on borrower_id = id
                left join lateral (select sum(case
                            when loan.status in ('OFFERED', 'LISTED', 'FUNDED', 'DISBURSING') then loan.amount_paise
                            when loan.status in ('ACTIVE', 'CLOSED', 'WRITTEN_OFF')
                                then loan.amount_paise - coalesce(account.collected_principal_paise, 0)
                            else 0 end) as owed
                    from loan left join loan_account as account on account.loan_id = loan.id
                    where loan.borrower_id = looked.id) as loans on true
            )
            """;

    private final Slices slices;
    private final ReconciliationProperties properties;
    private final Caps caps;

    MarketChecks(Slices slices, ReconciliationProperties properties, Caps caps) {
        this.slices = slices;
        this.properties = properties;
        this.caps = caps;
    }

    List<Check> list() {
        int loans = properties.loansAtOnce();
        int people = properties.peopleAtOnce();
        return List.of(
                check(
                        "decided-once",
                        "each application has one decision, and what was taken its statement",
                        DECISIONS,
                        loans),
                check(
                        "listings-are-promised",
                        "what a listing has is what was promised, never more than asked",
                        LISTINGS,
                        loans),
                check(
                        "lenders-within-caps",
                        "what lenders have out is what they promised and did not get back, within the caps",
                        LENDERS,
                        people,
                        caps.lenderPaise(),
                        caps.pairPaise()),
                check(
                        "borrowers-within-cap",
                        "what borrowers have open is what their loans say, within the cap",
                        BORROWERS,
                        people,
                        caps.borrowerPaise()));
    }

    private Check check(String name, String words, String query, int size, Long... more) {
        return Check.inTurn(name, words, from -> slices.look(query, from, size, List.of(more)));
    }
}
