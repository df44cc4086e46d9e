package com.byajbook.paymentflow.stories;

import static com.byajbook.platform.message.PaymentChanged.Status.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.platform.message.InitiatePayment;
import com.byajbook.platform.message.PaymentChanged;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asking about payments over HTTP. */
class AskingIT {

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(Map.of("spring.profiles.active", "local"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void the_payer_sees_his_payment() throws Exception {
        InitiatePayment payment = service.pay();
        PaymentChanged paid = service.announced().awaitLast(payment.paymentId(), SUCCEEDED);

        HttpResponse<String> answer = get(payment.payerId() + "/payments/" + payment.paymentId(), RunningService.TOKEN);

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode body = JsonMapper.builder().build().readTree(answer.body());
        assertThat(body.get("id").asString()).isEqualTo(payment.paymentId().toString());
        assertThat(body.get("loanId").asString()).isEqualTo(payment.loanId().toString());
        assertThat(body.get("status").asString()).isEqualTo("SUCCEEDED");
        assertThat(body.get("version").asInt()).isEqualTo(paid.paymentVersion());
        assertThat(body.get("amountPaise").asLong()).isEqualTo(payment.amountPaise());
        assertThat(body.get("utr").asString()).isEqualTo(paid.utr());
        assertThat(body.get("createdAt").asString()).isEqualTo("2026-10-20T12:00:00Z");
        assertThat(body.get("updatedAt").asString()).isEqualTo(paid.occurredAt().toString());
    }

    @Test
    void an_unknown_payment_and_somebody_elses_are_the_same_404() throws Exception {
        InitiatePayment payment = service.pay();
        service.announced().awaitLast(payment.paymentId(), SUCCEEDED);

        assertProblem(
                get(payment.payerId() + "/payments/" + UUID.randomUUID(), RunningService.TOKEN), 404, "not-found");
        assertProblem(
                get(UUID.randomUUID() + "/payments/" + payment.paymentId(), RunningService.TOKEN), 404, "not-found");
    }

    @Test
    void a_malformed_id_is_a_400() throws Exception {
        HttpResponse<String> answer = get(UUID.randomUUID() + "/payments/nonsense", RunningService.TOKEN);

        assertProblem(answer, 400, "invalid-parameter");
    }

    @Test
    void strangers_are_kept_out() throws Exception {
        assertProblem(get(UUID.randomUUID() + "/payments/" + UUID.randomUUID(), "guessed"), 401, "invalid-token");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }

    private static HttpResponse<String> get(String path, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.url() + "/internal/payers/" + path))
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
