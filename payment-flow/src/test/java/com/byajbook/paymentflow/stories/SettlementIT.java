package com.byajbook.paymentflow.stories;

import static com.byajbook.platform.message.PaymentChanged.Status.FAILED;
import static com.byajbook.platform.message.PaymentChanged.Status.PENDING;
import static com.byajbook.platform.message.PaymentChanged.Status.REVERSED;
import static com.byajbook.platform.message.PaymentChanged.Status.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.byajbook.paymentflow.ledger.domain.AccountKind;
import com.byajbook.paymentflow.ledger.domain.AccountName;
import com.byajbook.paymentflow.settlement.telemetry.SettlementGauges;
import com.byajbook.paymentflow.settlement.usecase.CompareLines;
import com.byajbook.paymentflow.settlement.usecase.Run;
import com.byajbook.paymentflow.settlement.usecase.Step;
import com.byajbook.paymentflow.stories.SettlementDesk.Answer;
import com.byajbook.platform.invariant.Inspect;
import com.byajbook.platform.invariant.ListChecks;
import com.byajbook.platform.message.DepositToWallet;
import com.byajbook.platform.message.InitiatePayment;
import com.byajbook.platform.message.TransferChanged;
import com.byajbook.platform.message.UpiCallback;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Days whose settlement file is not what we think, through the whole service and the real sandbox, until it is settled. */
class SettlementIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAISE = RunningService.AMOUNT_PAISE;
    private static final long STRAY = 5_000_000;

    private RunningService service;
    private SettlementDesk desk;
    private StoredLedger ledger;

    @BeforeEach
    void start() {
        // No inquiry comes between: what the file says is the first that we hear.
        service =
                RunningService.start(Map.of("byajbook.payments.checks.spacing", "1h", "byajbook.settlement.batch", 3));
        desk = new SettlementDesk(service);
        ledger = new StoredLedger(service);
    }

    @AfterEach
    void stop() {
        try {
            Inspect anew = new Inspect(service.bean(ListChecks.class).list(), Clock.systemUTC());
            assertThat(Objects.requireNonNull(anew.inspect().block(PATIENCE)).invariants())
                    .allSatisfy(found ->
                            assertThat(found.holds()).as(found.toString()).isTrue());
        } finally {
            service.close();
        }
    }

    @Test
    void a_day_without_differences_is_matched_and_needs_nobody() {
        List<UUID> payments = IntStream.range(0, 7).mapToObj(i -> paid()).toList();

        desk.reconcile();

        assertThat(desk.sum("matched")).isEqualTo(payments.size());
        assertThat(desk.sum("matchedPaise")).isEqualTo(payments.size() * PAISE);
        assertThat(desk.sum("gapPaise")).isZero();
        assertThat(desk.differences()).isEmpty();
        assertThat(desk.reports("upi-b"))
                .allSatisfy(report ->
                        assertThat(report.get("run").get("state").asString()).isEqualTo("FINISHED"));
        assertThat(desk.get("").body().get("runs")).hasSize(2 * desk.days().size());
    }

    @Test
    void every_kind_of_difference_is_found_and_settled_until_the_books_have_what_the_bank_has() {
        paid();
        UUID neverCame = paid();
        UUID notInTheFile = paid();
        UUID less = paid();
        UUID more = paid();
        UUID open = silent("SUCCESS");
        UUID openAndMore = silent("SUCCESS");
        UUID sentBack = silent("REVERSED_LATER");
        UUID owed = silent("SUCCESS");
        UUID kept = silent("SUCCESS");
        UUID misnamed = silent("SUCCESS");
        UUID owedDeposit = silentDeposit();
        desk.awaitLines(13);
        tell(sentBack, UpiCallback.Status.SUCCEEDED, desk.utr(sentBack));
        tell(misnamed, UpiCallback.Status.SUCCEEDED, "999999999999");
        for (UUID failed : List.of(owed, kept, owedDeposit)) {
            tell(failed, UpiCallback.Status.FAILED, null);
        }
        List.of(sentBack, misnamed).forEach(payment -> service.announced().awaitLast(payment, SUCCEEDED));
        List.of(owed, kept).forEach(payment -> service.announced().awaitLast(payment, FAILED));
        service.announced().awaitTransfer(owedDeposit, TransferChanged.Status.FAILED);
        Map<String, Object> distortions = Map.of(
                "omit", List.of(neverCame, notInTheFile),
                "amounts", Map.of(less, PAISE - 1_000, more, PAISE + 500, openAndMore, PAISE + 70),
                "extra",
                        List.of(
                                Map.of(
                                        "merchantTxnId",
                                        "stray-1",
                                        "direction",
                                        "COLLECT",
                                        "amountPaise",
                                        STRAY,
                                        "utr",
                                        "S1"),
                                Map.of(
                                        "merchantTxnId",
                                        "stray-2",
                                        "direction",
                                        "COLLECT",
                                        "amountPaise",
                                        STRAY,
                                        "utr",
                                        "S2")));
        service.provider().distort(distortions);

        desk.reconcile();

        assertThat(kinds())
                .isEqualTo(Map.ofEntries(
                        Map.entry("stray-1", "MISSING_HERE"),
                        Map.entry("stray-2", "MISSING_HERE"),
                        Map.entry(neverCame.toString(), "MISSING_THERE"),
                        Map.entry(notInTheFile.toString(), "MISSING_THERE"),
                        Map.entry(less.toString(), "AMOUNT"),
                        Map.entry(more.toString(), "AMOUNT"),
                        Map.entry(open.toString(), "OPEN_HERE"),
                        Map.entry(openAndMore.toString(), "AMOUNT"),
                        Map.entry(sentBack.toString(), "REVERSED"),
                        Map.entry(owed.toString(), "FAILED_HERE"),
                        Map.entry(kept.toString(), "FAILED_HERE"),
                        Map.entry(owedDeposit.toString(), "FAILED_HERE"),
                        Map.entry(misnamed.toString(), "REFERENCE")));
        assertThat(desk.sum("gapPaise"))
                .isEqualTo(desk.differences().stream()
                        .mapToLong(difference -> difference.get("gapPaise").asLong())
                        .sum());
        assertThat(desk.sum("matched")).isEqualTo(2);
        assertThat(desk.sum("missingHere")).isEqualTo(2);
        assertThat(desk.sum("missingThere")).isEqualTo(2);
        assertThat(desk.sum("different")).isEqualTo(9);
        for (UUID byItself : List.of(open, sentBack)) {
            assertThat(howSettled(byItself.toString())).isEqualTo("BY_ITSELF");
        }
        assertThat(service.announced().awaitLast(open, SUCCEEDED).utr()).isEqualTo(desk.utr(open));
        service.announced().awaitLast(sentBack, REVERSED);

        settle("stray-1", "BOOK_TO_LENDERS_SUSPENSE");
        settle("stray-2", "BOOK_TO_BORROWERS_SUSPENSE");
        settle(neverCame, "REVERSE_OURS");
        settle(notInTheFile, "BOOK_TO_SUSPENSE");
        settle(less, "BOOK_TO_SUSPENSE");
        settle(more, "BOOK_TO_SUSPENSE");
        settle(openAndMore, "BOOK_TO_SUSPENSE");
        settle(owed, "REFUND_PAYER");
        settle(owedDeposit, "REFUND_PAYER");
        settle(kept, "BOOK_TO_SUSPENSE");
        settle(misnamed, "ACCEPT_THEIRS");

        service.announced().awaitLast(neverCame, REVERSED);
        service.announced().awaitLast(openAndMore, SUCCEEDED);
        desk.awaitLines(13 - 2 + 2 + 2);
        refunded("REFUND");
        refunded("WITHDRAWAL");
        assertThat(desk.sum("open")).isZero();
        assertThat(booksPaise()).isEqualTo(desk.bankPaise());
        long booked = ledger.number("select count(*) from ledger_transaction");
        long found = desk.differences().size();

        desk.reconcileAnew();

        assertThat(desk.sum("open")).isZero();
        assertThat(ledger.number("select count(*) from ledger_transaction")).isEqualTo(booked);
        // That it came and went by our books alone is noted, and nothing that anybody misses.
        assertThat(desk.differences()).hasSize((int) found + 1);
        assertThat(desk.differences())
                .filteredOn(difference ->
                        difference.get("settled").get("how").asString().equals("NETTED"))
                .singleElement()
                .satisfies(
                        netted -> assertThat(netted.get("reference").asString()).isEqualTo(neverCame.toString()));
        assertThat(booksPaise()).isEqualTo(desk.bankPaise());
    }

    @Test
    void what_an_operator_decided_is_done_once_and_only_what_fits_is_done() {
        UUID payment = paid();
        service.provider().distort(Map.of("amounts", Map.of(payment, PAISE + 500)));
        desk.reconcile();
        JsonNode difference = desk.difference(payment.toString());
        String id = difference.get("id").asString();

        Answer wrong = desk.resolve(id, "REFUND_PAYER", "asha", "too much");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().get("code").asString()).isEqualTo("action-not-allowed");
        assertThat(wrong.body().get("allowed")).hasSize(3);
        assertThat(desk.resolve(UUID.randomUUID().toString(), "RECHECK", "asha", "why not")
                        .status())
                .isEqualTo(404);
        assertThat(desk.resolve(id, "BOOK_TO_SUSPENSE", "asha", " ").status()).isEqualTo(400);
        assertThat(desk.resolve(id, "GIVE_AWAY", "asha", "generous").status()).isEqualTo(400);

        Answer first = desk.resolve(id, "BOOK_TO_SUSPENSE", "asha", "too much");
        Answer again = desk.resolve(id, "BOOK_TO_SUSPENSE", "asha", "too much");
        Answer other = desk.resolve(id, "ACCEPT_OURS", "ravi", "the bank is wrong");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().get("state").asString()).isEqualTo("SETTLED");
        assertThat(again).isEqualTo(first);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body().get("resolution").asString()).isEqualTo("BOOK_TO_SUSPENSE");
        assertThat(ledger.funds(AccountName.shared(AccountKind.BORROWERS_ESCROW_SUSPENSE))
                        .balancePaise())
                .isEqualTo(-500);
        assertThat(ledger.number("select count(*) from ledger_transaction where purpose = 'ADJUSTMENT'"))
                .isOne();
    }

    @Test
    void a_success_whose_reference_stands_for_another_payment_is_left_to_a_person() {
        UUID open = silent("SUCCESS");
        UUID thief = silent("SUCCESS");
        desk.awaitLines(2);
        tell(thief, UpiCallback.Status.SUCCEEDED, desk.utr(open));
        service.announced().awaitLast(thief, SUCCEEDED);

        desk.reconcile();

        assertThat(kinds()).isEqualTo(Map.of(open.toString(), "OPEN_HERE", thief.toString(), "REFERENCE"));
        assertThat(desk.sum("open")).isEqualTo(2);
        settle(thief, "ACCEPT_THEIRS");
        settle(open, "ACCEPT_THEIRS");
        assertThat(service.announced().awaitLast(open, SUCCEEDED).utr()).isNull();
        assertThat(service.count("utr_claim where payment_id = $1", thief)).isEqualTo(2);
        assertThat(booksPaise()).isEqualTo(desk.bankPaise());
    }

    @Test
    void a_payment_that_changed_since_it_was_compared_is_compared_again_before_anything_is_booked() {
        UUID payment = silent("SUCCESS");
        desk.awaitLines(1);
        String utr = desk.utr(payment);
        tell(payment, UpiCallback.Status.SUCCEEDED, utr);
        service.announced().awaitLast(payment, SUCCEEDED);
        service.provider().distort(Map.of("omit", List.of(payment)));
        desk.reconcile();
        tell(payment, UpiCallback.Status.REVERSED, utr);
        service.announced().awaitLast(payment, REVERSED);

        Answer late = desk.resolve(desk.difference(payment.toString()), "BOOK_TO_SUSPENSE");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().get("detail").asString()).contains("RECHECK");
        assertThat(booksPaise()).isZero();
        assertThat(desk.sum("open")).isOne();
    }

    @Test
    void a_file_that_the_provider_corrected_settles_its_differences_and_one_that_went_wrong_again_opens_them() {
        UUID payment = paid();
        Map<String, Object> wrong = Map.of("omit", List.of(payment));
        service.provider().distort(wrong);
        desk.reconcile();
        JsonNode missing = desk.difference(payment.toString());
        service.provider().distort(Map.of());

        assertThat(desk.resolve(missing, "RECHECK").body().get("state").asString())
                .isEqualTo("OPEN");
        desk.reconcile();

        assertThat(howSettled(payment.toString())).isEqualTo("CORRECTED");
        assertThat(desk.sum("matched")).isOne();
        assertThat(desk.sum("missingThere")).isZero();
        assertThat(desk.resolve(missing, "RECHECK").status()).isEqualTo(409);

        service.provider().distort(wrong);
        desk.reconcileAnew();

        assertThat(desk.difference(payment.toString()).get("state").asString()).isEqualTo("OPEN");
        service.provider().distort(Map.of());
        desk.reconcileAnew();
        assertThat(desk.sum("open")).isZero();
    }

    @Test
    void a_run_that_died_after_its_first_part_is_gone_on_with_and_counts_nothing_twice() {
        List<UUID> payments = IntStream.range(0, 8).mapToObj(i -> paid()).toList();
        service.provider().distort(Map.of("amounts", wrongAmounts(payments)));
        CompareLines comparing = service.bean(CompareLines.class);
        AtomicInteger parts = new AtomicInteger();
        Step dying = run -> comparing.take(run).flatMap(then -> died(then, parts));

        assertThatThrownBy(() -> desk.reconcile(Duration.ZERO, Map.of(Run.State.FETCHED, dying)))
                .hasMessageContaining("died");
        assertThat(ledger.number("select sum(lines)::bigint from settlement_run"))
                .isEqualTo(3);
        assertThat(ledger.number("select count(*) from settlement_difference")).isEqualTo(3);
        desk.reconcile(Duration.ZERO, Map.of());
        assertThat(ledger.number("select sum(lines)::bigint from settlement_run"))
                .as("nobody takes it before its lease is over")
                .isEqualTo(3);

        desk.reconcile(SettlementDesk.LEASE, Map.of());

        assertThat(desk.sum("different")).isEqualTo(8);
        assertThat(desk.sum("gapPaise")).isEqualTo(-8);
        assertThat(ledger.number("select sum(lines)::bigint from settlement_run"))
                .isEqualTo(8);
        assertThat(desk.differences()).hasSize(8);
    }

    @Test
    void the_gauges_show_what_is_open_and_how_old_the_last_day_is() {
        UUID payment = paid();
        service.provider().distort(Map.of("omit", List.of(payment)));
        assertThat(gauge("byajbook.settlement.age", "provider", "upi")).isNaN();

        desk.reconcile();
        service.bean(SettlementGauges.class).refresh().block(PATIENCE);

        assertThat(gauge("byajbook.settlement.differences.open", "kind", "missing_there"))
                .isOne();
        assertThat(gauge("byajbook.settlement.differences.open", "kind", "amount"))
                .isZero();
        assertThat(gauge("byajbook.settlement.age", "provider", "upi")).isBetween(0.0, 60.0);
    }

    @Test
    void nobody_sees_the_reports_without_the_token_of_our_services() throws Exception {
        assertThat(desk.get("/upi/2020-02-29").status()).isEqualTo(404);
        assertThat(desk.get("/upi/yesterday").status()).isEqualTo(400);
        assertThat(desk.get("?limit=501").status()).isEqualTo(400);
        assertThat(new SandboxControl(service.url(), service.provider().json())
                        .post("/internal/control/settlements/differences/" + UUID.randomUUID() + "/resolution", "{}"))
                .isEqualTo(401);
    }

    /** Whatever was committed until then stays. */
    private static Mono<Run> died(Run then, AtomicInteger parts) {
        boolean first = then.state() == Run.State.FETCHED && parts.getAndIncrement() == 0;
        return first ? Mono.error(new IllegalStateException("died")) : Mono.just(then);
    }

    private static Map<String, Long> wrongAmounts(List<UUID> payments) {
        Map<String, Long> amounts = new HashMap<>();
        payments.forEach(payment -> amounts.put(payment.toString(), PAISE - 1));
        return amounts;
    }

    /** A repayment whose success the provider told us. */
    private UUID paid() {
        UUID payment = service.pay().paymentId();
        service.announced().awaitLast(payment, SUCCEEDED);
        return payment;
    }

    /** A repayment of whose end the provider says nothing. */
    private UUID silent(String outcome) {
        InitiatePayment payment = RunningService.command();
        muted(payment.paymentId(), outcome);
        service.send(List.of(payment));
        service.announced().awaitLast(payment.paymentId(), PENDING);
        return payment.paymentId();
    }

    private UUID silentDeposit() {
        UUID deposit = UUID.randomUUID();
        muted(deposit, "SUCCESS");
        service.send(List.of(new DepositToWallet(deposit, Instant.now(), deposit, UUID.randomUUID(), PAISE)));
        service.announced().awaitTransfer(deposit, TransferChanged.Status.PENDING);
        return deposit;
    }

    private void muted(UUID payment, String outcome) {
        service.provider()
                .behave(payment, Map.of("outcome", outcome, "dropWebhook", true, "webhookDelayMs", 0, "lateByMs", 0));
    }

    /** A callback of the provider's that it never sent. */
    private void tell(UUID payment, UpiCallback.Status status, @Nullable String utr) {
        service.send(List.of(new UpiCallback(
                UUID.randomUUID(),
                Instant.now(),
                "told-" + UUID.randomUUID(),
                payment,
                status,
                PAISE,
                utr,
                null,
                UpiCallback.FIRST_PROVIDER)));
    }

    private Map<String, String> kinds() {
        Map<String, String> kinds = new HashMap<>();
        desk.differences()
                .forEach(difference -> kinds.put(
                        difference.get("reference").asString(),
                        difference.get("kind").asString()));
        assertThat(kinds).hasSameSizeAs(desk.differences());
        return kinds;
    }

    private void settle(Object reference, String action) {
        Answer answer = desk.resolve(desk.difference(reference.toString()), action);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.body().get("settled").get("how").asString()).isEqualTo(action);
    }

    private String howSettled(String reference) {
        return desk.difference(reference).get("settled").get("how").asString();
    }

    private void refunded(String purpose) {
        await().atMost(PATIENCE)
                .until(() -> service.count("payment where state = 'SUCCEEDED' and purpose = $1", purpose) == 1);
    }

    /** What both escrow accounts have at the bank by our books. */
    private long booksPaise() {
        return ledger.funds(AccountName.shared(AccountKind.LENDERS_ESCROW)).balancePaise()
                + ledger.funds(AccountName.shared(AccountKind.BORROWERS_ESCROW)).balancePaise();
    }

    private double gauge(String name, String tag, String value) {
        return service.meters().get(name).tag(tag, value).gauge().value();
    }
}
