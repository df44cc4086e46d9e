package com.byajbook.paymentflow.stories;

import static com.byajbook.platform.message.PaymentChanged.Status.FAILED;
import static com.byajbook.platform.message.PaymentChanged.Status.PENDING;
import static com.byajbook.platform.message.PaymentChanged.Status.SUCCEEDED;
import static com.byajbook.platform.message.PaymentChanged.Status.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.platform.message.InitiatePayment;
import com.byajbook.platform.message.PaymentChanged;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Payments through the whole service, one kind of provider's behaviour after the other. */
class CollectingIT {

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_payment_is_pending_at_once_and_succeeds_by_webhook() {
        InitiatePayment payment = service.pay();

        PaymentChanged last = service.announced().awaitLast(payment.paymentId(), SUCCEEDED);

        assertThat(service.announced().statuses(payment.paymentId())).containsExactly(PENDING, SUCCEEDED);
        assertThat(last.utr()).isNotBlank();
        assertThat(last.amountPaise()).isEqualTo(payment.amountPaise());
        assertThat(last.loanId()).isEqualTo(payment.loanId());
        assertThat(last.payerId()).isEqualTo(payment.payerId());
        assertThat(service.provider().collects(payment.paymentId())).isOne();
        assertThat(service.provider().inquiries(payment.paymentId())).isZero();
    }

    @Test
    void a_payment_that_the_bank_refuses_fails_with_the_reason() {
        InitiatePayment payment = RunningService.command();
        service.provider().behave(payment.paymentId(), Map.of("outcome", "FAILURE"));
        service.send(List.of(payment));

        PaymentChanged last = service.announced().awaitLast(payment.paymentId(), FAILED);

        assertThat(last.reason()).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(last.utr()).isNull();
    }

    @Test
    void a_submission_without_an_answer_is_unknown_until_an_inquiry_settles_it() {
        InitiatePayment payment = RunningService.command();
        service.provider().behave(payment.paymentId(), Map.of("outcome", "SUBMIT_TIMEOUT", "dropWebhook", true));
        service.send(List.of(payment));

        service.announced().awaitLast(payment.paymentId(), SUCCEEDED);

        assertThat(service.announced().statuses(payment.paymentId())).containsExactly(PENDING, UNKNOWN, SUCCEEDED);
        assertThat(service.provider().collects(payment.paymentId())).isOne();
    }

    @Test
    void a_webhook_settles_a_submission_without_an_answer_before_any_inquiry() {
        InitiatePayment payment = RunningService.command();
        service.provider().behave(payment.paymentId(), Map.of("outcome", "SUBMIT_TIMEOUT", "webhookDelayMs", 50));
        service.send(List.of(payment));

        service.announced().awaitLast(payment.paymentId(), SUCCEEDED);

        assertThat(service.announced().statuses(payment.paymentId())).containsExactly(PENDING, SUCCEEDED);
    }

    @Test
    void a_dropped_webhook_is_made_good_by_an_inquiry() {
        InitiatePayment payment = RunningService.command();
        service.provider().behave(payment.paymentId(), Map.of("outcome", "SUCCESS", "dropWebhook", true));
        service.send(List.of(payment));

        service.announced().awaitLast(payment.paymentId(), SUCCEEDED);

        assertThat(service.provider().inquiries(payment.paymentId())).isPositive();
        assertThat(service.provider().collects(payment.paymentId())).isOne();
    }

    @Test
    void a_deemed_success_is_a_success_with_that_reason() {
        InitiatePayment payment = RunningService.command();
        service.provider().behave(payment.paymentId(), Map.of("outcome", "DEEMED_SUCCESS"));
        service.send(List.of(payment));

        PaymentChanged last = service.announced().awaitLast(payment.paymentId(), SUCCEEDED);

        assertThat(last.reason()).isEqualTo("deemed-success");
    }

    @Test
    void a_payment_that_stays_open_is_left_unknown_after_the_last_check_and_shows_in_the_metrics() {
        InitiatePayment payment = RunningService.command();
        service.provider().behave(payment.paymentId(), Map.of("outcome", "NEVER"));
        service.send(List.of(payment));

        PaymentChanged last = service.announced().awaitLast(payment.paymentId(), UNKNOWN);

        assertThat(last.reason()).isEqualTo("no-outcome-after-last-check");
        assertThat(service.provider().inquiries(payment.paymentId())).isEqualTo(3);
        await().untilAsserted(() -> assertThat(service.meters()
                        .get("byajbook.payments.unknown")
                        .gauge()
                        .value())
                .isPositive());
    }

    @Test
    void a_success_long_after_the_last_check_still_counts_when_its_webhook_comes() {
        InitiatePayment payment = RunningService.command();
        service.provider()
                .behave(payment.paymentId(), Map.of("outcome", "LATE_SUCCESS", "webhookDelayMs", 0, "lateByMs", 4_000));
        service.send(List.of(payment));

        service.announced().awaitLast(payment.paymentId(), UNKNOWN);
        service.announced().awaitLast(payment.paymentId(), SUCCEEDED);
    }

    @Test
    void repeated_and_reordered_webhooks_have_one_effect_each() {
        List<InitiatePayment> payments =
                IntStream.range(0, 20).mapToObj(i -> RunningService.command()).toList();
        int before = service.webhooks().received();
        for (InitiatePayment payment : payments) {
            service.provider()
                    .behave(
                            payment.paymentId(),
                            Map.of("outcome", "SUCCESS", "webhookDelayMs", 100, "duplicates", 3, "reorder", true));
        }
        service.send(payments);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> service.webhooks().received() >= before + 4 * payments.size());
        for (InitiatePayment payment : payments) {
            service.announced().awaitLast(payment.paymentId(), SUCCEEDED);
            assertThat(service.announced().statuses(payment.paymentId())).containsExactly(PENDING, SUCCEEDED);
            assertThat(service.count("utr_claim where payment_id = $1", payment.paymentId()))
                    .isOne();
            assertThat(service.count("provider_event where payment_id = $1", payment.paymentId()))
                    .isOne();
        }
    }

    @Test
    void a_command_that_is_delivered_again_and_again_collects_once() {
        InitiatePayment payment = RunningService.command();
        UUID otherMessage = UUID.randomUUID();
        InitiatePayment again = new InitiatePayment(
                otherMessage,
                payment.occurredAt(),
                payment.paymentId(),
                payment.loanId(),
                payment.payerId(),
                payment.amountPaise(),
                payment.method());

        service.send(List.of(payment, again));
        service.send(List.of(payment));
        service.announced().awaitLast(payment.paymentId(), SUCCEEDED);

        await().until(() -> service.count("inbox where message_id = $1", otherMessage) == 1);
        assertThat(service.announced().statuses(payment.paymentId())).containsExactly(PENDING, SUCCEEDED);
        assertThat(service.provider().collects(payment.paymentId())).isOne();
    }

    @Test
    void a_crowd_of_payments_is_collected_once_each_by_many_lanes() {
        List<InitiatePayment> payments =
                IntStream.range(0, 150).mapToObj(i -> RunningService.command()).toList();

        service.send(payments);

        for (InitiatePayment payment : payments) {
            service.announced().awaitLast(payment.paymentId(), SUCCEEDED);
        }
        assertThat(payments)
                .allSatisfy(payment -> assertThat(service.provider().collects(payment.paymentId()))
                        .isOne());
    }
}
