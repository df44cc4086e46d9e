package com.byajbook.paymentflow.stories;

import static com.byajbook.platform.message.PaymentChanged.Status.FAILED;
import static com.byajbook.platform.message.PaymentChanged.Status.PENDING;
import static com.byajbook.platform.message.PaymentChanged.Status.REVERSED;
import static com.byajbook.platform.message.PaymentChanged.Status.SUCCEEDED;
import static com.byajbook.platform.message.PaymentChanged.Status.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.platform.message.InitiatePayment;
import com.byajbook.platform.message.UpiCallback;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the provider says unasked, in every order; it never says anything by itself here. */
class CallbacksIT {

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(Map.of("byajbook.payments.checks.spacing", "60s"));
        service.provider().behaveByDefault(Map.of("outcome", "NEVER"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_late_failure_after_success_changes_nothing_and_is_kept_as_a_discrepancy() {
        UUID payment = pending();
        service.send(List.of(success(payment, "utr-" + payment)));
        service.announced().awaitLast(payment, SUCCEEDED);

        UpiCallback late = failure(payment);
        service.send(List.of(late));

        awaitVerdict(late, "CONTRADICTED");
        assertThat(service.announced().statuses(payment)).containsExactly(PENDING, SUCCEEDED);
        assertThat(discrepancies(payment, "OUTCOME")).isOne();
    }

    @Test
    void a_late_success_after_failure_changes_nothing_and_is_kept_as_a_discrepancy() {
        UUID payment = pending();
        service.send(List.of(failure(payment)));
        service.announced().awaitLast(payment, FAILED);

        UpiCallback late = success(payment, "utr-" + payment);
        service.send(List.of(late));

        awaitVerdict(late, "CONTRADICTED");
        assertThat(service.announced().statuses(payment)).containsExactly(PENDING, FAILED);
        assertThat(discrepancies(payment, "OUTCOME")).isOne();
    }

    @Test
    void another_amount_is_flagged_and_not_believed() {
        UUID payment = pending();

        service.send(List.of(callback(payment, UpiCallback.Status.SUCCEEDED, 1, "utr-" + payment)));

        assertThat(service.announced().awaitLast(payment, UNKNOWN).reason()).isEqualTo("amount-disputed");
        assertThat(discrepancies(payment, "AMOUNT")).isOne();
    }

    @Test
    void one_bank_reference_never_pays_two_payments() {
        UUID first = pending();
        UUID second = pending();
        String utr = "utr-" + first;
        service.send(List.of(success(first, utr)));
        service.announced().awaitLast(first, SUCCEEDED);

        service.send(List.of(success(second, utr)));

        assertThat(service.announced().awaitLast(second, UNKNOWN).reason()).isEqualTo("utr-disputed");
        assertThat(discrepancies(second, "UTR")).isOne();
    }

    @Test
    void a_callback_that_overtakes_its_payment_waits_for_it() {
        InitiatePayment command = RunningService.command();
        UpiCallback early = success(command.paymentId(), "utr-" + command.paymentId());
        service.send(List.of(early));
        awaitVerdict(early, "WAITING");

        service.send(List.of(command));

        service.announced().awaitLast(command.paymentId(), SUCCEEDED);
        awaitVerdict(early, "APPLIED");
    }

    /** A success and its reversal, each three times, in all of their twenty orders: every payment counts once and is undone once. */
    @Test
    void each_word_counts_once_however_often_and_in_whichever_order_it_comes() {
        List<List<UpiCallback.Status>> orders = orders(3, 3);
        assertThat(orders).hasSize(20).doesNotHaveDuplicates();
        Map<InitiatePayment, List<UpiCallback.Status>> stories = new LinkedHashMap<>();
        orders.forEach(order -> stories.put(service.pay(), order));
        stories.keySet().forEach(payment -> service.announced().awaitLast(payment.paymentId(), PENDING));

        for (int i = 0; i < 6; i++) {
            int turn = i;
            stories.forEach((payment, order) -> service.send(List.of(word(payment.paymentId(), order.get(turn)))));
        }

        stories.forEach((payment, order) -> {
            UUID id = payment.paymentId();
            await().untilAsserted(() -> assertThat(service.count(
                            "provider_event where verdict <> 'WAITING' and event_id = any(array[$1 || ':SUCCEEDED', $1 || ':REVERSED'])",
                            id.toString()))
                    .isEqualTo(2));
            service.announced().awaitLast(id, REVERSED);
            assertThat(service.announced().statuses(id)).doesNotHaveDuplicates().contains(PENDING, REVERSED);
            assertThat(service.count("payment_discrepancy where payment_id = $1", id))
                    .as("%s", order)
                    .isZero();
            assertThat(service.count("ledger_account where balance_paise <> 0 and owner_id = $1", payment.loanId()))
                    .as("%s", order)
                    .isZero();
        });
    }

    private static List<List<UpiCallback.Status>> orders(int successes, int reversals) {
        if (successes == 0 && reversals == 0) {
            return List.of(List.of());
        }
        List<List<UpiCallback.Status>> all = new ArrayList<>();
        if (successes > 0) {
            orders(successes - 1, reversals).forEach(rest -> all.add(with(UpiCallback.Status.SUCCEEDED, rest)));
        }
        if (reversals > 0) {
            orders(successes, reversals - 1).forEach(rest -> all.add(with(UpiCallback.Status.REVERSED, rest)));
        }
        return all;
    }

    private static List<UpiCallback.Status> with(UpiCallback.Status first, List<UpiCallback.Status> rest) {
        List<UpiCallback.Status> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }

    /** The same event each time, in a message of its own. */
    private static UpiCallback word(UUID payment, UpiCallback.Status status) {
        return new UpiCallback(
                UUID.randomUUID(),
                RunningService.command().occurredAt(),
                payment + ":" + status,
                payment,
                status,
                RunningService.AMOUNT_PAISE,
                "utr-" + payment,
                null,
                UpiCallback.FIRST_PROVIDER);
    }

    private static UUID pending() {
        UUID payment = service.pay().paymentId();
        await().until(() -> service.count("payment where state = 'PENDING' and payment_id = $1", payment) == 1);
        service.announced().awaitLast(payment, PENDING);
        return payment;
    }

    private static UpiCallback success(UUID payment, String utr) {
        return callback(payment, UpiCallback.Status.SUCCEEDED, RunningService.AMOUNT_PAISE, utr);
    }

    private static UpiCallback failure(UUID payment) {
        return new UpiCallback(
                UUID.randomUUID(),
                RunningService.command().occurredAt(),
                UUID.randomUUID().toString(),
                payment,
                UpiCallback.Status.FAILED,
                RunningService.AMOUNT_PAISE,
                null,
                "EXPIRED",
                UpiCallback.FIRST_PROVIDER);
    }

    private static UpiCallback callback(UUID payment, UpiCallback.Status status, long amountPaise, String utr) {
        return new UpiCallback(
                UUID.randomUUID(),
                RunningService.command().occurredAt(),
                UUID.randomUUID().toString(),
                payment,
                status,
                amountPaise,
                utr,
                null,
                UpiCallback.FIRST_PROVIDER);
    }

    private static void awaitVerdict(UpiCallback callback, String verdict) {
        await().untilAsserted(() -> assertThat(service.count(
                        "provider_event where verdict = '" + verdict + "' and event_id = $1", callback.eventId()))
                .isOne());
    }

    private static long discrepancies(UUID payment, String kind) {
        return service.count("payment_discrepancy where kind = '" + kind + "' and payment_id = $1", payment);
    }
}
