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
             where operation in ('apply-for-loan', 'initiate-payment')
            """;

    private static final String LOANS = """
            select l.id, l.borrower_id, l.status, l.version,
                   (select count(*) from loan_decision d where d.loan_id = l.id) as decisions
              from loan l
            """;

    private static final String PAYMENTS = """
            select p.payment_id, p.user_id, p.state, p.amount_paise,
                   (select count(*) from payment_attempt a where a.payment_id = p.payment_id) as attempts,
                   (select count(*) from utr_claim u where u.payment_id = p.payment_id) as references_claimed
              from payment p
             where p.purpose = 'REPAYMENT'
            """;

    private static final String APPLIED = "select count(*) from intake where operation = 'apply-for-loan'";
    private static final String ORDERED = "select count(*) from intake where operation = 'initiate-payment'";
    private static final String DECIDED = "select count(*) from loan";
    private static final String ENDED =
            "select count(*) from payment where purpose = 'REPAYMENT'" + " and state in ('SUCCEEDED', 'FAILED')";
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
                                row.getString("state"),
                                row.getLong("amount_paise"),
                                row.getInt("attempts"),
                                row.getInt("references_claimed")));
    }

    /** Phone numbers by person. */
    Map<UUID, String> phones() {
        Map<UUID, String> phones = new LinkedHashMap<>();
        database(Service.API)
                .list("select id, phone from users", row -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                .forEach(entry -> phones.put(entry.getKey(), entry.getValue()));
        return phones;
    }

    /** Messages that the gateways took, by person. */
    Map<UUID, Long> delivered() {
        Map<UUID, Long> delivered = new LinkedHashMap<>();
        database(Service.NOTIFICATIONS)
                .list(DELIVERED_EACH, row -> Map.entry(row.getObject(1, UUID.class), row.getLong(2)))
                .forEach(entry -> delivered.put(entry.getKey(), entry.getValue()));
        return delivered;
    }

    /** Whether everything accepted has reached its end and has been told. Cheap, for waiting. */
    boolean areAtRest() {
        long loans = database(Service.API).count(APPLIED);
        long payments = database(Service.API).count(ORDERED);
        return database(Service.LOAN_ENGINE).count(DECIDED) >= loans
                && database(Service.PAYMENT_FLOW).count(ENDED) >= payments
                && database(Service.NOTIFICATIONS).count(DELIVERED) >= loans + payments
                && leftovers().values().stream().allMatch(count -> count == 0);
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
                "the discrepancies with the UPI provider",
                database(Service.PAYMENT_FLOW).count("select count(*) from payment_discrepancy"));
        return leftovers;
    }

    private SqlDatabase database(Service service) {
        return site.database(service);
    }
}
