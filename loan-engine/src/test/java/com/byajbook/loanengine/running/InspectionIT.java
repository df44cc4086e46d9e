package com.byajbook.loanengine.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.localstack.testing.TestServers;
import com.byajbook.platform.control.ReadInvariants;
import com.byajbook.platform.invariant.Inspected;
import com.byajbook.platform.invariant.Inspection;
import com.byajbook.platform.message.LoanChanged;
import com.byajbook.platform.message.LoanDecided;
import com.byajbook.platform.message.PaymentChanged;
import com.byajbook.platform.message.TransferChanged;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.r2dbc.core.DatabaseClient;

/** Whoever looks at the books finds what somebody with all rights did to the tables, and nothing else. */
class InspectionIT {

    private static final long THOUSAND = 1_000_00;
    private static final String DATABASE = TestServers.freshDatabase("lending");

    private static Market market;
    private static LoanDecided served;

    /** One loan that was repaid in part, of which one repayment was taken back; and one that lenders still look at. */
    @BeforeAll
    static void start() {
        market = Market.open(
                Map.of("byajbook.postgres.database", DATABASE, "byajbook.reconciliation.inspect-every", "300ms"));
        served = market.fund(20 * THOUSAND, 10 * THOUSAND);
        market.tell(served.loanId(), TransferChanged.Status.SUCCEEDED);
        market.awaitStatus(served.loanId(), LoanChanged.Status.ACTIVE);
        repay(UUID.randomUUID(), 5 * THOUSAND);
        UUID bounced = UUID.randomUUID();
        repay(bounced, 2 * THOUSAND);
        market.engine.send(List.of(Repayments.changed(served, bounced, PaymentChanged.Status.REVERSED, 2 * THOUSAND)));
        await().atMost(Market.PATIENCE).until(() -> lines("TAKEN_BACK") == 1);
        market.list(15 * THOUSAND);
    }

    @AfterAll
    static void stop() {
        market.close();
    }

    static List<Arguments> wrongs() {
        return List.of(
                wrong("shares-are-principal", "lender_share", "principal_paise = principal_paise + 1", -1),
                wrong("shares-are-principal", "lender_share", "principal_paid_paise = principal_paid_paise + 1", -1),
                wrong("schedule-repays-principal", "instalment", "principal_paise = principal_paise + 1", -1),
                wrong("schedule-repays-principal", "loan_account", "prepaid_paise = prepaid_paise - 1", 1),
                wrong("schedule-repays-principal", "loan_account", "oldest_unpaid_due = oldest_unpaid_due + 1", -1),
                wrong("repayments-are-paid", "instalment", "principal_paid_paise = principal_paid_paise + 1", -1),
                wrong("repayments-are-paid", "loan_entry", "interest_paise = interest_paise + 1", -1),
                wrong("repayments-are-paid", "loan_account", "collected_lender_paise = collected_lender_paise + 1", -1),
                wrong("payouts-are-collected", "lender_share", "paid_paise = paid_paise + 1", -1),
                Arguments.of(
                        "payouts-are-collected",
                        "update lender_share set paid_paise = paid_paise + case position when 1 then -3 else 3 end",
                        "update lender_share set paid_paise = paid_paise + case position when 1 then 3 else -3 end"),
                wrong("penalties-bear-no-interest", "instalment", "penalty_paise = penalty_paise + 1", -1),
                wrong("penalties-bear-no-interest", "instalment", "interest_paise = interest_paise + 5000000", -1),
                wrong("allocated-once", "repayment", "account_version = nullif(account_version, 2)", 0),
                Arguments.of(
                        "allocated-once",
                        "update loan_entry set kind = 'FEE' where kind = 'TAKEN_BACK'",
                        "update loan_entry set kind = 'TAKEN_BACK' where kind = 'FEE'"),
                Arguments.of(
                        "decided-once",
                        "update key_fact_statement set hash = 'x' || hash",
                        "update key_fact_statement set hash = substr(hash, 2)"),
                Arguments.of(
                        "decided-once",
                        "update offer_acceptance set outcome = 'TOO_LATE'",
                        "update offer_acceptance set outcome = 'ACCEPTED'"),
                wrong("listings-are-promised", "listing", "lenders = lenders + 1", -1),
                wrong("listings-are-promised", "listing", "held_paise = held_paise - 1", 1),
                wrong("listings-are-promised", "commitment", "amount_paise = amount_paise - 1", 1),
                wrong("lenders-within-caps", "commitment", "amount_paise = amount_paise + 1", -1),
                wrong("lenders-within-caps", "lender_exposure", "committed_paise = committed_paise + 1", -1),
                wrong("lenders-within-caps", "pair_exposure", "committed_paise = committed_paise + 1", -1),
                wrong("borrowers-within-cap", "borrower_exposure", "open_paise = open_paise + 1", -1));
    }

    /** What undoes it is the same with the other sign, of what was last added. */
    private static Arguments wrong(String broken, String table, String change, int sign) {
        String doing = "update " + table + " set " + change + rows(table);
        String[] parts = change.split(" ");
        if (sign == 0) {
            return Arguments.of(
                    broken, doing, "update repayment set account_version = 2 where account_version is null");
        }
        String opposite = parts[3].equals("+") ? "-" : "+";
        return Arguments.of(
                broken,
                doing,
                "update " + table + " set " + parts[0] + " = " + parts[2] + " " + opposite + " " + parts[4]
                        + rows(table));
    }

    /** Where a row may be changed without the database itself refusing it. */
    private static String rows(String table) {
        return switch (table) {
            case "loan_account" -> " where state = 'ACTIVE'";
            case "loan_entry" -> " where kind in ('REPAYMENT', 'PREPAYMENT')";
            case "listing", "commitment" -> " where loan_id in (select id from loan where status = 'ACTIVE')";
            default -> "";
        };
    }

    @Test
    void books_that_are_in_order_are_found_in_order_and_operators_see_it() {
        Inspection inspection = market.inspected();

        assertThat(inspection.invariants()).hasSize(10).allSatisfy(found -> {
            assertThat(found.holds()).as(found.toString()).isTrue();
            assertThat(found.looked()).as(found.toString()).isPositive();
        });
        await().atMost(Market.PATIENCE).untilAsserted(() -> {
            assertThat(market.engine.bean(ReadInvariants.class).latest().invariants())
                    .hasSize(10);
            assertThat(market.engine
                            .bean(MeterRegistry.class)
                            .get("byajbook.invariants.violations")
                            .tag("invariant", "shares-are-principal")
                            .gauge()
                            .value())
                    .isZero();
        });
    }

    @ParameterizedTest
    @MethodSource("wrongs")
    void finds_what_was_done_behind_its_back(String broken, String wrong, String undoing) {
        tamper(wrong);
        Inspected found = found(market.inspected(), broken);
        tamper(undoing);

        assertThat(found.violations()).isPositive();
        assertThat(found.example()).isNotBlank();
        assertThat(market.inspected().invariants()).as("undone again").allMatch(Inspected::holds);
    }

    @Test
    void finds_who_is_above_the_caps_and_looks_at_what_changed_lately_beside_the_next_slice() {
        try (Market strict = Market.open(Map.of(
                "byajbook.postgres.database", DATABASE,
                "byajbook.marketplace.lender-cap-paise", "1",
                "byajbook.marketplace.pair-cap-paise", "1",
                "byajbook.product.max-amount-paise", "100000",
                "byajbook.product.underwriting.borrower-cap-paise", "100000",
                "byajbook.reconciliation.loans-at-once", "1",
                "byajbook.reconciliation.people-at-once", "1"))) {
            Inspection inspection = strict.inspected();

            assertThat(found(inspection, "lenders-within-caps").looked()).isOne();
            assertThat(found(inspection, "lenders-within-caps").violations()).isOne();
            assertThat(found(inspection, "borrowers-within-cap").violations()).isPositive();
            assertThat(found(inspection, "listings-are-promised").looked())
                    .as("a slice of one")
                    .isOne();
            assertThat(found(inspection, "shares-are-principal").looked())
                    .as("one in turn and one that changed, which are the same")
                    .isOne();
        }
    }

    private static Inspected found(Inspection inspection, String name) {
        return inspection.invariants().stream()
                .filter(each -> each.invariant().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void repay(UUID payment, long paise) {
        long before = lines("PREPAYMENT");
        market.engine.send(List.of(Repayments.changed(served, payment, PaymentChanged.Status.SUCCEEDED, paise)));
        await().atMost(Market.PATIENCE).until(() -> lines("PREPAYMENT") == before + 1);
    }

    private static long lines(String kind) {
        return market.engine.count(
                "select count(*) from loan_entry where kind = '" + kind + "' and loan_id = $1", served.loanId());
    }

    private static void tamper(String sql) {
        market.engine.bean(DatabaseClient.class).sql(sql).then().block(Market.PATIENCE);
    }
}
