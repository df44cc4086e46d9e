package com.byajbook.paymentflow.reconciliation.persistence;

import com.byajbook.paymentflow.reconciliation.ReconciliationSettings;
import com.byajbook.platform.invariant.Check;
import com.byajbook.platform.invariant.ListChecks;
import com.byajbook.platform.invariant.Part;
import com.byajbook.platform.postgres.ReportQueries;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Looks at the ledger's tables over the report connections, so that nobody waits for it. Each statement sees one moment, and
 * a transaction is in it as a whole or not at all.
 */
@Repository
class PostgresBooks implements ListChecks {

    private static final String BOOKS = """
            select count(*) as looked, count(*) filter (where sum <> 0) as violations,
                min(name || ' is out by ' || sum || ' paise') filter (where sum <> 0) as example
            from (select name, sum(balance_paise) as sum from ledger_account join ledger_book using (book)
                group by name) as books
            """;

    private static final String OVERDRAWN = """
            select count(*) as looked, count(*) filter (where wrong) as violations,
                min(kind || ' ' || owner_id) filter (where wrong) as example
            from (select kind, owner_id,
                    case side when 'CREDIT' then -balance_paise else balance_paise end < held_paise as wrong
                from ledger_account join account_kind using (kind)) as accounts
            """;

    private static final String HELD = """
            with holds as (
                select account_id, sum(amount_paise) as open from ledger_hold where state = 'OPEN' group by account_id
            ), held as (
                select account_id, held_paise from ledger_account where held_paise <> 0
            )
            select count(*) as looked, count(*) filter (where open is distinct from held_paise) as violations,
                min('account ' || account_id || ' holds ' || coalesce(held_paise, 0) || ' paise for holds of '
                    || coalesce(open, 0)) filter (where open is distinct from held_paise) as example
            from holds full join held using (account_id)
            """;

    /** A slice that is not full was the last: the next look begins anew, and sees all of a small ledger each time. */
    private static final String SUMS = """
            select count(*) as looked, count(*) filter (where sum <> balance_paise) as violations,
                min('account ' || account_id || ' has ' || balance_paise || ' paise and postings of ' || sum)
                    filter (where sum <> balance_paise) as example,
                (case when count(*) < $2 then 0 else max(account_id) end)::text as next
            from (select account_id, balance_paise, (select coalesce(sum(amount_paise), 0) from ledger_posting
                    where ledger_posting.account_id = account.account_id) as sum
                from (select account_id, balance_paise from ledger_account where account_id > $1 and owned
                    order by account_id limit $2) as account) as sums
            """;

    /** What is younger than a statement may take is left to the next look: a smaller number may still be committed. */
    private static final String TRANSACTIONS = """
            with looked as materialized (
                select transaction_no, postings from ledger_transaction
                where transaction_no > $1 and booked_at < now() - interval '1 minute'
                order by transaction_no limit $2
            ), sums as (
                select transaction_no, book, sum(amount_paise) as sum, count(*) as lines
                from ledger_posting
                where transaction_no between (select min(transaction_no) from looked)
                    and (select max(transaction_no) from looked)
                group by transaction_no, book
            ), transactions as (
                select transaction_no, postings, coalesce(sum(lines), 0) as lines,
                    coalesce(bool_or(sum <> 0), false) as out
                from looked left join sums using (transaction_no) group by transaction_no, postings
            )
            select count(*) as looked, count(*) filter (where out or lines <> postings) as violations,
                min('transaction ' || transaction_no) filter (where out or lines <> postings) as example,
                greatest(max(transaction_no), $1)::text as next
            from transactions
            """;

    private static final String PAID = """
            with looked as (
                select hold_id, account_id, posted_paise, posted_by from ledger_hold
                where state = 'POSTED' order by resolved_at desc limit $1
            ), paid as (
                select hold_id, sum(posted_paise) over (partition by posted_by, account_id) as settled,
                    (select amount_paise from ledger_posting as posting
                        join ledger_transaction as t using (transaction_no)
                        where posting.account_id = looked.account_id and t.transaction_id = posted_by) as debited
                from looked
            )
            select count(*) as looked, count(*) filter (where debited is null or debited < settled) as violations,
                min('hold ' || hold_id) filter (where debited is null or debited < settled) as example
            from paid
            """;

    private final DatabaseClient reports;
    private final int accounts;
    private final int transactions;

    PostgresBooks(@ReportQueries DatabaseClient reports, ReconciliationSettings settings) {
        this.reports = reports;
        this.accounts = settings.accountsAtOnce();
        this.transactions = settings.transactionsAtOnce();
    }

    @Override
    public List<Check> list() {
        return List.of(
                Check.whole("books-balance", "the balances of each book add up to 0", Part.whole(reports.sql(BOOKS))),
                Check.whole(
                        "nothing-overdrawn",
                        "no account has less than is held on it, and none is on its wrong side",
                        Part.whole(reports.sql(OVERDRAWN))),
                Check.whole(
                        "held-is-open-holds",
                        "what is held on an account is the sum of its open holds",
                        Part.whole(reports.sql(HELD))),
                Check.whole(
                        "holds-are-paid",
                        "what was posted of a hold was debited from its account",
                        Part.whole(reports.sql(PAID).bind(0, transactions))),
                // After the last account the first comes again; a transaction is looked at once.
                Check.inTurn(
                        "balance-is-sum",
                        "each balance is the sum of its postings",
                        from -> after(SUMS, from, accounts)),
                Check.inTurn(
                        "transactions-balance",
                        "each transaction is whole and adds up to 0 in each book",
                        from -> after(TRANSACTIONS, from, transactions)));
    }

    private Mono<Part> after(String query, String from, int limit) {
        long number = from.equals(Part.BEGINNING) ? 0 : Long.parseLong(from);
        return Part.of(reports.sql(query).bind(0, number).bind(1, limit));
    }
}
