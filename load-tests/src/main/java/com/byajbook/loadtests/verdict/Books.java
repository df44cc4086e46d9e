package com.byajbook.loadtests.verdict;

import com.byajbook.loadtests.harness.Service;
import com.byajbook.loadtests.harness.Site;
import com.byajbook.loadtests.harness.SqlDatabase;
import com.byajbook.loadtests.verdict.Evidence.AcceptedRow;
import com.byajbook.loadtests.verdict.Evidence.LoanRow;
import com.byajbook.loadtests.verdict.Evidence.PaymentRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the services have written down, counted in their own databases. */
final class Books {
    private static final String ACCEPTED = """
            select id, actor, operation, idempotency_key from intake
             where operation in ('apply-for-loan', 'initiate-payment', 'deposit-to-wallet')
            """;

    private static final String LOANS = """
            select l.id, l.borrower_id, l.status, l.version,
                   (select count(*) from loan_decision d where d.loan_id = l.id) as decisions
              from loan l
            """;

    private static final String PAYMENTS = """
            select p.payment_id, p.user_id, p.purpose, p.state, p.amount_paise,
                   (select count(*) from payment_attempt a where a.payment_id = p.payment_id) as attempts,
                   (select count(*) from utr_claim u where u.payment_id = p.payment_id) as references_claimed,
                   p.penalty_paise + p.fee_paise + p.interest_paise + p.principal_paise + p.excess_paise as shared_out_paise
              from payment p
             where p.purpose in ('REPAYMENT', 'DEPOSIT')
            """;

    /** What borrowers hear after the decision: that it is before lenders, paid out, closed, expired or cancelled. */
    private static final String NEWS_OF_LOANS = """
            select borrower_id, count(*) from (
                select l.borrower_id from listing l
                union all select a.borrower_id from loan_account a
                union all select l.borrower_id from loan l where l.status in ('CLOSED', 'EXPIRED', 'CANCELLED')) news
             group by borrower_id
            """;

    /** What lenders hear of a promise: how it ended, and that it counted before its loan was undone. */
    private static final String NEWS_OF_COMMITMENTS = """
            select lender_id, sum(case when state = 'RELEASED' and version > 3 then 2 else 1 end)
              from commitment where state in ('REFUSED', 'INVESTED', 'RELEASED')
             group by lender_id
            """;

    /** What people hear of money that came to them; deposits are among what was accepted. */
    private static final String NEWS_OF_TRANSFERS = """
            select user_id, count(*) from payment
             where purpose in ('PAYOUT', 'WITHDRAWAL', 'REFUND') and state in ('SUCCEEDED', 'REVERSED')
             group by user_id
            """;

    private static final String APPLIED = "select count(*) from intake where operation = 'apply-for-loan'";
    private static final String ORDERED =
            "select count(*) from intake where operation in ('initiate-payment', 'deposit-to-wallet')";
    private static final String DECIDED = "select count(*) from loan";
    private static final String ENDED =
            "select count(*) from payment where purpose in ('REPAYMENT', 'DEPOSIT') and state in ('SUCCEEDED', 'FAILED', 'REVERSED')";
    private static final String UNDER_WAY =
            "select count(*) from payment where state not in ('SUCCEEDED', 'FAILED', 'REVERSED')";

    /** Money that came in for a loan, and it is not written yet what it paid: it is not allocated, or that is not booked. */
    private static final String NOT_SHARED_OUT =
            "select count(*) from payment where purpose = 'REPAYMENT' and state = 'SUCCEEDED' and principal_paise is null";

    private static final String DELIVERED = "select count(*) from notification where state = 'DELIVERED'";

    private static final String DELIVERED_EACH =
            "select recipient, count(*) from notification where state = 'DELIVERED' group by recipient";

    private final Site site;

    Books(Site site) {
        this.site = site;
    }

    List<AcceptedRow> accepted() {
        return database(Service.API)
                .list(
                        ACCEPTED,
                        row -> new AcceptedRow(
                                row.getObject("id", UUID.class),
                                row.getObject("actor", UUID.class),
                                row.getString("operation"),
                                row.getString("idempotency_key")));
    }

    List<LoanRow> loans() {
        return database(Service.LOAN_ENGINE)
                .list(
                        LOANS,
                        row -> new LoanRow(
                                row.getObject("id", UUID.class),
                                row.getObject("borrower_id", UUID.class),
                                row.getString("status"),
                                row.getInt("version"),
                                row.getInt("decisions")));
    }

    List<PaymentRow> payments() {
        return database(Service.PAYMENT_FLOW)
                .list(
                        PAYMENTS,
                        row -> new PaymentRow(
                                row.getObject("payment_id", UUID.class),
                                row.getObject("user_id", UUID.class),
                                row.getString("purpose").equals("DEPOSIT") ? Wish.Kind.DEPOSIT : Wish.Kind.PAYMENT,
                                row.getString("state"),
                                row.getLong("amount_paise"),
                                row.getInt("attempts"),
                                row.getInt("references_claimed"),
                                row.getObject("shared_out_paise", Long.class)));
    }

    /** Phone numbers by person. */
    Map<UUID, String> phones() {
        Map<UUID, String> phones = new LinkedHashMap<>();
        database(Service.API)
                .list("select id, phone from users", row -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                .forEach(entry -> phones.put(entry.getKey(), entry.getValue()));
        return phones;
    }

    /** What each person should hear of loans, promises and money, beside decisions and payments of its own. */
    Map<UUID, Long> news() {
        Map<UUID, Long> news = counts(Service.LOAN_ENGINE, NEWS_OF_LOANS);
        counts(Service.LOAN_ENGINE, NEWS_OF_COMMITMENTS)
                .forEach((person, count) -> news.merge(person, count, Long::sum));
        counts(Service.PAYMENT_FLOW, NEWS_OF_TRANSFERS)
                .forEach((person, count) -> news.merge(person, count, Long::sum));
        return news;
    }

    /** Messages that the gateways took, by person. */
    Map<UUID, Long> delivered() {
        return counts(Service.NOTIFICATIONS, DELIVERED_EACH);
    }

    private Map<UUID, Long> counts(Service service, String sql) {
        Map<UUID, Long> counts = new LinkedHashMap<>();
        database(service)
                .list(sql, row -> Map.entry(row.getObject(1, UUID.class), row.getLong(2)))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /** Whether everything accepted has reached its end, has been shared out and has been told. Cheap, for waiting. */
    boolean areAtRest() {
        long loans = database(Service.API).count(APPLIED);
        long payments = database(Service.API).count(ORDERED);
        return database(Service.LOAN_ENGINE).count(DECIDED) >= loans
                && database(Service.PAYMENT_FLOW).count(ENDED) >= payments
                && database(Service.PAYMENT_FLOW).count(UNDER_WAY) == 0
                && database(Service.NOTIFICATIONS).count(DELIVERED) >= loans + payments + sum(news())
                && leftovers().values().stream().allMatch(count -> count == 0);
    }

    private static long sum(Map<UUID, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What should be empty at rest. */
    Map<String, Long> leftovers() {
        Map<String, Long> leftovers = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            leftovers.put("the outbox of " + service, database(service).count("select count(*) from outbox"));
            leftovers.put(
                    "the parked messages of " + service,
                    database(service).count("select count(*) from parked_message"));
        }
        leftovers.put(
                "the messages that did not reach their person",
                database(Service.NOTIFICATIONS).count("select count(*) from notification where state <> 'DELIVERED'"));
        leftovers.put(
                "the repayments that are not allocated and shared out",
                database(Service.PAYMENT_FLOW).count(NOT_SHARED_OUT));
        leftovers.put(
                "the discrepancies with the UPI provider",
                database(Service.PAYMENT_FLOW).count("select count(*) from payment_discrepancy"));
        return leftovers;
    }

    private SqlDatabase database(Service service) {
        return site.database(service);
    }
}
