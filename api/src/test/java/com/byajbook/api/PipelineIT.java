package com.byajbook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.api.testing.Answer;
import com.byajbook.api.testing.ApiInstance;
import com.byajbook.api.testing.Client;
import com.byajbook.api.testing.ScriptedOwner;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What would lie in a queue for longer than it is promised is not accepted, and an owner that is away stops nobody. */
class PipelineIT {

    private static final String PAYMENT = """
            {"loanId":"%s","amountPaise":100000,"method":"UPI"}""";

    private final AtomicInteger keys = new AtomicInteger();

    @Test
    void a_pipeline_that_is_too_long_refuses_its_own_operation_until_it_is_short_or_unknown() {
        try (ScriptedOwner owner = ScriptedOwner.of("loan-engine.applications");
                ApiInstance api = ApiInstance.start(Map.of(
                        "byajbook.remote.loan-engine.url", owner.url(),
                        "byajbook.pipeline.known-for", "3s",
                        "byajbook.pipeline.deadline", "2s",
                        "byajbook.pipeline.first-guess", "100"))) {
            Client borrower = api.borrower();
            assertThat(apply(borrower).status()).isEqualTo(202);
            owner.tell(50_000, 100);
            await().until(() -> apply(borrower).status() == 503);
            Answer refused = apply(borrower);

            assertThat(refused.text("reason")).isEqualTo("pipeline.applications.wait-too-long");
            assertThat(refused.text("class")).isEqualTo("high");
            assertThat(refused.text("limit")).isEqualTo("gate.pipeline.applications.target.high");
            assertThat(refused.json().path("limitValue").asLong()).isEqualTo(60_000);
            assertThat(refused.json().path("estimatedWaitMs").asLong()).isBetween(400_000L, 600_000L);
            assertThat(Long.parseLong(refused.header("Retry-After-Ms").orElseThrow()))
                    .as("room is further away than anybody is told to come back: spread over the second half of that")
                    .isBetween(60_000L, 120_000L);
            assertThat(pay(borrower).text("reason")).doesNotContain("pipeline");

            owner.tell(20, 100);
            await().until(() -> apply(borrower).status() == 202);

            owner.tell(50_000, 100);
            await().until(() -> apply(borrower).status() == 503);
            owner.fallSilent();
            await().atMost(Duration.ofSeconds(15)).until(() -> apply(borrower).status() == 202);
        }
    }

    /** The money would be taken and then lie there: it is worth something to its payer when it is allocated. */
    @Test
    void payments_are_refused_while_those_before_them_wait_to_be_allocated() {
        try (ScriptedOwner owner = ScriptedOwner.of("loan-engine.repayments");
                ApiInstance api = ApiInstance.start(Map.of(
                        "byajbook.remote.loan-engine.url", owner.url(),
                        "byajbook.pipeline.deadline", "2s",
                        "byajbook.pipeline.first-guess", "100"))) {
            Client borrower = api.borrower();
            owner.tell(50_000, 100);
            await().until(() -> pay(borrower).text("reason").equals("pipeline.payments.wait-too-long"));
            Answer refused = pay(borrower);

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.text("class")).isEqualTo("critical");
            assertThat(refused.text("limit")).isEqualTo("gate.pipeline.payments.target.critical");
            assertThat(refused.json().path("estimatedWaitMs").asLong()).isBetween(400_000L, 600_000L);
            assertThat(apply(borrower).status()).isEqualTo(202);

            owner.tell(20, 100);
            await().until(() -> !pay(borrower).text("reason").contains("pipeline"));
        }
    }

    private Answer pay(Client borrower) {
        return borrower.post("/v1/payments", "p" + keys.incrementAndGet(), String.format(PAYMENT, UUID.randomUUID()));
    }

    private Answer apply(Client borrower) {
        return borrower.apply("k" + keys.incrementAndGet());
    }
}
