package com.byajbook.loanengine.running;

import static com.byajbook.loanengine.running.Conversation.assertProblem;
import static com.byajbook.loanengine.running.Conversation.body;
import static com.byajbook.loanengine.running.Conversation.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

class QuotesIT {

    private static RunningEngine engine;
    private static Conversation talk;

    @BeforeAll
    static void start() {
        engine = RunningEngine.start(Map.of());
        talk = new Conversation(engine);
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void a_quote_gives_the_figures_of_the_indicative_band() {
        JsonNode quote = body(talk.quote("{\"amountPaise\":5000000,\"tenureMonths\":12}")
                .expectStatus()
                .isOk());

        assertThat(quote.get("annualRatePct").asString()).isEqualTo("15.00");
        assertThat(quote.get("emiPaise").asLong()).isEqualTo(4_512_92);
        assertThat(quote.get("totalFeesPaise").asLong()).isEqualTo(944_00);
        assertThat(quote.get("netDisbursedPaise").asLong()).isEqualTo(50_000_00 - 944_00);
        assertThat(quote.get("schedule")).hasSize(12);
        assertThat(quote.get("schedule").get(11).get("balancePaise").asLong()).isZero();
        assertThat(quote.get("schedule").get(0).get("dueDate").asString()).matches("\\d{4}-\\d{2}-\\d{2}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"amountPaise\":99999,\"tenureMonths\":12} | invalid-field",
                "{\"amountPaise\":100000001,\"tenureMonths\":12} | invalid-field",
                "{\"amountPaise\":9223372036854775807,\"tenureMonths\":12} | invalid-field",
                "{\"amountPaise\":0,\"tenureMonths\":12} | invalid-field",
                "{\"amountPaise\":-1,\"tenureMonths\":12} | invalid-field",
                "{\"amountPaise\":5000000,\"tenureMonths\":0} | invalid-field",
                "{\"amountPaise\":5000000,\"tenureMonths\":37} | invalid-field",
                "{\"tenureMonths\":12} | invalid-field",
                "{\"amountPaise\":5000000} | invalid-field",
                "{\"amountPaise\":null,\"tenureMonths\":12} | invalid-field",
                "{} | invalid-field",
                "{\"amountPaise\":1.5,\"tenureMonths\":12} | malformed-json",
                "{\"amountPaise\":\"5000000\",\"tenureMonths\":12} | malformed-json",
                "{\"amountPaise\":1e2000000000,\"tenureMonths\":12} | malformed-json",
                "{\"amountPaise\":5000000,\"tenureMonths\":12,\"more\":1} | malformed-json",
                "{\"amountPaise\":5000000,\"amountPaise\":5000000,\"tenureMonths\":12} | malformed-json",
                "{\"amountPaise\":5000000 | malformed-json",
                "[] | malformed-json",
                "`` | malformed-json"
            })
    void a_quote_that_makes_no_sense_is_refused_with_a_code(String body, String code) {
        assertProblem(talk.quote(body), 400, code);
    }

    @Test
    void nobody_without_the_token_gets_in() {
        WebTestClient.RequestHeadersSpec<?> request =
                engine.anonymousHttp().get().uri("/internal/borrowers/{b}/loans", UUID.randomUUID());

        assertProblem(request.exchange(), 401, "invalid-token");
    }

    @Test
    void it_says_that_it_is_ready_and_alive() {
        for (String probe : List.of("readiness", "liveness")) {
            WebTestClient.ResponseSpec answer =
                    engine.operations().get().uri("/actuator/health/" + probe).exchange();

            assertThat(body(answer.expectStatus().isOk()).get("status").asString())
                    .isEqualTo("UP");
        }
    }

    @Test
    void what_it_decided_and_asked_is_measured() {
        talk.decide(50_000_00);

        String metrics =
                text(engine.operations().get().uri("/actuator/prometheus").exchange());

        assertThat(metrics).contains("byajbook_remote_breaker_open{", "byajbook_consumer_messages_total{");
    }
}
