package com.byajbook.paymentflow.stories;

import static com.byajbook.platform.message.PaymentChanged.Status.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** Rows as a process that died leaves them; nobody rings for them, so the sweep has to find them. */
class LeftByACrashIT {

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
    void a_payment_that_was_stored_and_never_sent_is_sent() {
        UUID payment = row("CREATED", "SUBMIT");

        service.announced().awaitLast(payment, SUCCEEDED);

        assertThat(service.provider().collects(payment)).isOne();
    }

    @Test
    void a_payment_that_was_about_to_be_sent_is_asked_about_first_and_then_sent() {
        UUID payment = row("SUBMITTED", "INQUIRE");

        service.announced().awaitLast(payment, SUCCEEDED);

        assertThat(service.provider().collects(payment)).isOne();
    }

    @Test
    void a_payment_that_was_sent_and_not_noted_is_not_sent_again() throws Exception {
        UUID payment = UUID.randomUUID();
        service.provider().behave(payment, Map.of("outcome", "SUCCESS", "dropWebhook", true));
        collectDirectly(payment);
        row(payment, "SUBMITTED", "INQUIRE");

        service.announced().awaitLast(payment, SUCCEEDED);

        assertThat(service.provider().collects(payment)).isOne();
        assertThat(service.provider().inquiries(payment)).isPositive();
    }

    @Test
    void what_may_never_happen_twice_is_refused_by_the_database_too() {
        UUID payment = row("CREATED", "SUBMIT");
        service.announced().awaitLast(payment, SUCCEEDED);

        List<String> repetitions = List.of(
                "insert into utr_claim (utr, payment_id) select utr, payment_id from utr_claim where payment_id = $1",
                """
                insert into payment_attempt select payment_id, 1, 'other', 'other-key', now()
                from payment where payment_id = $1""",
                "insert into provider_event select * from provider_event where payment_id = $1");

        assertThat(repetitions)
                .allSatisfy(sql -> assertThatThrownBy(() -> service.database()
                                .sql(sql)
                                .bind(0, payment)
                                .then()
                                .block())
                        .isInstanceOf(DataIntegrityViolationException.class));
    }

    private static void collectDirectly(UUID payment) throws Exception {
        String body = "{\"merchantTxnId\":\"%s\",\"amountPaise\":%d,\"note\":\"\",\"callbackUrl\":\"%s\"}"
                .formatted(
                        payment, RunningService.AMOUNT_PAISE, service.webhooks().url());
        assertThat(service.provider().post("/upi/v1/collect", body)).isEqualTo(202);
    }

    private static UUID row(String state, String step) {
        UUID payment = UUID.randomUUID();
        row(payment, state, step);
        return payment;
    }

    private static void row(UUID payment, String state, String step) {
        Instant longAgo = Instant.parse("2026-10-20T12:00:00Z");
        service.database()
                .sql("""
                        with p as (insert into payment (payment_id, purpose, loan_id, user_id, amount_paise, method, state, version,
                            provider,
                            submissions, checks, silences, step, due_at, created_at, updated_at)
                        values ($1, 'REPAYMENT', $2, $2, $3, 'UPI', $4, 1, 'upi', 0, 0, 0, $5, $6, $6, $6) returning payment_id)
                        insert into payment_attempt select payment_id, 1, 'upi', payment_id::text, now() from p
                        """)
                .bind(0, payment)
                .bind(1, UUID.randomUUID())
                .bind(2, RunningService.AMOUNT_PAISE)
                .bind(3, state)
                .bind(4, step)
                .bind(5, longAgo)
                .then()
                .block();
    }
}
