package com.byajbook.loanengine.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.platform.message.ApplyForLoan;
import com.byajbook.platform.message.LoanDecided;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the tests over HTTP say to a running engine, and what they hear. */
final class Conversation {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = new JsonMapper();

    private final RunningEngine engine;

    Conversation(RunningEngine engine) {
        this.engine = engine;
    }

    /** The decision on a new and well-off borrower's application. */
    LoanDecided decide(long amountPaise) {
        UUID borrower = UUID.randomUUID();
        engine.report(borrower, Map.of("score", 820L, "monthlyIncomePaise", 50_00_000_00L));
        return decide(engine.application(borrower, amountPaise, 12));
    }

    LoanDecided decide(ApplyForLoan application) {
        engine.send(List.of(application));
        return awaitDecision(application);
    }

    LoanDecided awaitDecision(ApplyForLoan application) {
        return await().atMost(PATIENCE)
                .until(() -> engine.heardOf(application.loanId()), events -> !events.isEmpty())
                .get(0);
    }

    WebTestClient.ResponseSpec quote(String body) {
        return engine.http()
                .post()
                .uri("/internal/quotes")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    WebTestClient.ResponseSpec get(String path, Object... variables) {
        return engine.http().get().uri(path, variables).exchange();
    }

    static void assertProblem(WebTestClient.ResponseSpec answer, int status, String code) {
        JsonNode problem = body(answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
        assertThat(problem.get("code").asString()).isEqualTo(code);
    }

    static JsonNode body(WebTestClient.ResponseSpec answer) {
        return parse(text(answer));
    }

    static JsonNode parse(String json) {
        return JSON.readTree(json);
    }

    static String text(WebTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(
                answer.expectBody(String.class).returnResult().getResponseBody());
    }
}
