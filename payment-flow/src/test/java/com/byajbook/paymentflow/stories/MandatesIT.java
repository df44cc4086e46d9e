package com.byajbook.paymentflow.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.platform.message.CollectInstalment;
import com.byajbook.platform.message.MandateChanged;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.PaymentChanged;
import com.byajbook.platform.message.PaymentChanged.Status;
import com.byajbook.platform.message.RegisterMandate;
import com.byajbook.platform.message.RevokeMandate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Mandates and the instalments that are collected by them, through the whole service. */
class MandatesIT {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static RunningService service;

    private final UUID mandate = UUID.randomUUID();
    private final UUID loan = UUID.randomUUID();
    private final UUID payer = UUID.randomUUID();

    @BeforeAll
    static void start() {
        service = RunningService.start(Map.of(
                "byajbook.mandates.every", "100ms",
                "byajbook.mandates.ask-every", "200ms",
                "byajbook.mandates.longest-retry", "1s"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_mandate_is_approved_debits_and_is_given_back() {
        send(register());
        assertThat(awaitMandate(MandateChanged.Status.ACTIVE).payerId()).isEqualTo(payer);
        CollectInstalment instalment = instalment(1, 15_000_00, mandate);
        send(instalment, instalment);

        PaymentChanged paid = service.announced().awaitLast(instalment.paymentId(), Status.SUCCEEDED);
        assertThat(paid.payerId()).isEqualTo(payer);
        assertThat(service.provider().debits(mandate)).isOne();

        send(revoke());
        awaitMandate(MandateChanged.Status.REVOKED);
        CollectInstalment late = instalment(2, 100_00, mandate);
        send(late);
        assertThat(service.announced()
                        .awaitLast(late.paymentId(), Status.FAILED)
                        .reason())
                .isEqualTo("provider-answered-422");
        assertThat(service.provider().debits(mandate)).isOne();
    }

    @Test
    void a_mandate_that_the_payer_rejects_is_told_of_with_the_reason() {
        service.provider().approve(mandate, Map.of("outcome", "REJECTED", "afterMs", 300));
        send(register());

        assertThat(awaitMandate(MandateChanged.Status.REJECTED).reason()).isEqualTo("DECLINED_BY_PAYER");
    }

    @Test
    void what_is_above_the_limit_is_asked_for_and_approved_like_any_payment() {
        CollectInstalment instalment = instalment(1, 15_000_01, null);
        send(instalment);

        service.announced().awaitLast(instalment.paymentId(), Status.SUCCEEDED);
        assertThat(service.provider().collects(instalment.paymentId())).isOne();
    }

    @Test
    void a_debit_whose_answer_is_lost_is_asked_about_and_never_repeated_blindly() {
        send(register());
        awaitMandate(MandateChanged.Status.ACTIVE);
        CollectInstalment instalment = instalment(1, 5_000_00, mandate);
        service.provider().behave(instalment.paymentId(), Map.of("outcome", "SUBMIT_TIMEOUT", "dropWebhook", true));
        send(instalment);

        service.announced().awaitLast(instalment.paymentId(), Status.SUCCEEDED);
        assertThat(service.announced().statuses(instalment.paymentId()))
                .containsExactly(Status.PENDING, Status.UNKNOWN, Status.SUCCEEDED);
        assertThat(service.provider().collects(instalment.paymentId())).isOne();
    }

    @Test
    void a_mandate_that_is_given_back_before_it_was_asked_for_is_never_asked_for() {
        send(revoke());
        awaitMandate(MandateChanged.Status.REVOKED);
        send(register());

        await().atMost(PATIENCE).until(() -> service.count("inbox where message_id = $1", registerId()) == 1);
        assertThat(service.count("mandate where state = 'REVOKED' and due_at is null and mandate_id = $1", mandate))
                .isOne();
        assertThat(service.announced().about(mandate, MandateChanged.class)).hasSize(1);
    }

    @Test
    void a_payer_who_does_not_answer_in_time_gives_no_mandate() {
        try (RunningService hasty = RunningService.start(Map.of(
                "byajbook.mandates.every", "100ms",
                "byajbook.mandates.ask-every", "100ms",
                "byajbook.mandates.approve-within", "300ms"))) {
            hasty.provider().approve(mandate, Map.of("outcome", "NEVER"));
            hasty.send(List.of(register()));

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(hasty.announced().about(mandate, MandateChanged.class))
                            .singleElement()
                            .satisfies(last -> {
                                assertThat(last.status()).isEqualTo(MandateChanged.Status.REVOKED);
                                assertThat(last.reason()).isEqualTo("NOT_APPROVED_IN_TIME");
                            }));
        }
    }

    private MandateChanged awaitMandate(MandateChanged.Status status) {
        await().pollDelay(Duration.ZERO).atMost(PATIENCE).until(() -> last(status) != null);
        return Objects.requireNonNull(last(status));
    }

    private @Nullable MandateChanged last(MandateChanged.Status status) {
        return service.announced().about(mandate, MandateChanged.class).stream()
                .filter(event -> event.status() == status)
                .findFirst()
                .orElse(null);
    }

    private static void send(Message... messages) {
        for (Message message : messages) {
            service.send(List.of(message));
        }
    }

    private UUID registerId() {
        return new UUID(7, mandate.getLeastSignificantBits());
    }

    private RegisterMandate register() {
        return new RegisterMandate(registerId(), NOON, mandate, loan, payer, 15_000_00);
    }

    private RevokeMandate revoke() {
        return new RevokeMandate(UUID.randomUUID(), NOON, mandate, loan, payer);
    }

    private CollectInstalment instalment(int attempt, long paise, @Nullable UUID by) {
        return new CollectInstalment(UUID.randomUUID(), NOON, UUID.randomUUID(), loan, payer, 1, attempt, paise, by);
    }
}
