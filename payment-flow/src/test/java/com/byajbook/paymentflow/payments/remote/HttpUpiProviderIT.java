package com.byajbook.paymentflow.payments.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.localstack.sandbox.Sandbox;
import com.byajbook.paymentflow.payments.domain.Evidence;
import com.byajbook.paymentflow.payments.domain.Payment;
import com.byajbook.paymentflow.payments.domain.PaymentOrder;
import com.byajbook.paymentflow.payments.domain.Payments;
import com.byajbook.paymentflow.payments.usecase.ProviderAnswer;
import com.byajbook.paymentflow.payments.usecase.UpiProvider;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.test.StepVerifier;

/** What each answer over HTTP proves. */
class HttpUpiProviderIT {

    private static final URI NOWHERE = URI.create("http://127.0.0.1:9/webhooks/upi");
    private static final String BODY = "{\"providerTxnId\":\"p-1\",\"amountPaise\":125000,\"new\":1,\"status\":\"%s\"}";

    @Test
    void the_sandbox_takes_an_order_once_and_refuses_to_settle_another_amount() {
        try (Sandbox sandbox = Sandbox.start(0)) {
            UpiProvider provider = provider(sandbox.baseUrl());
            Payment payment = Payments.created();

            assertThat(answer(provider.inquire(payment)).evidence()).isEqualTo(Evidence.INQUIRY_NOT_FOUND);
            ProviderAnswer first = answer(provider.submit(payment));
            assertThat(first.evidence()).isEqualTo(Evidence.SUBMISSION_ACCEPTED);
            assertThat(answer(provider.submit(payment))).isEqualTo(first);
            assertThat(answer(provider.inquire(payment)).providerTxnId()).isEqualTo(first.providerTxnId());
            assertThat(answer(provider.submit(dearer(payment))).evidence()).isEqualTo(Evidence.SUBMISSION_UNANSWERED);
        }
    }

    @Test
    void the_sandbox_pays_out_at_either_provider() {
        try (Sandbox sandbox = Sandbox.start(0)) {
            Payment payout = Payments.payout();
            for (String name : List.of("upi", "upi-b")) {
                UpiProvider provider = new HttpUpiProvider(name, WebClient.create(sandbox.baseUrl()), NOWHERE);

                assertThat(answer(provider.submit(payout)).evidence()).isEqualTo(Evidence.SUBMISSION_ACCEPTED);
                assertThat(answer(provider.inquire(payout)).evidence()).isNotEqualTo(Evidence.INQUIRY_NOT_FOUND);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, SUBMISSION_REFUSED",
        "404, SUBMISSION_REFUSED",
        "422, SUBMISSION_REFUSED",
        "401, SUBMISSION_NOT_SENT",
        "403, SUBMISSION_NOT_SENT",
        "429, SUBMISSION_NOT_SENT",
        "408, SUBMISSION_UNANSWERED",
        "409, SUBMISSION_UNANSWERED"
    })
    void a_refusal_of_a_submission_proves_what_its_status_says(int status, Evidence expected) {
        ProviderAnswer answer = whileAnswering(status, "{}", provider -> provider.submit(Payments.created()));

        assertThat(answer.evidence()).isEqualTo(expected);
        assertThat(answer.reason()).isEqualTo("provider-answered-" + status);
    }

    @ParameterizedTest
    @CsvSource({"404, INQUIRY_NOT_FOUND", "400, INQUIRY_UNANSWERED", "429, INQUIRY_UNANSWERED"})
    void a_refusal_of_an_inquiry_proves_what_its_status_says(int status, Evidence expected) {
        assertThat(whileAnswering(status, "{}", provider -> provider.inquire(Payments.created()))
                        .evidence())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING, INQUIRY_PENDING,",
        "SUCCEEDED, INQUIRY_SUCCEEDED,",
        "DEEMED_SUCCESS, INQUIRY_SUCCEEDED, deemed-success",
        "FAILED, INQUIRY_FAILED,",
        "REVERSED, INQUIRY_REVERSED,"
    })
    void an_inquiry_tells_how_the_collection_stands(String status, Evidence expected, String reason) {
        ProviderAnswer answer =
                whileAnswering(200, BODY.formatted(status), provider -> provider.inquire(Payments.created()));

        assertThat(answer.evidence()).isEqualTo(expected);
        assertThat(answer.reason()).isEqualTo(reason);
        assertThat(Objects.requireNonNull(answer.figures()).amountPaise()).isEqualTo(125_000);
    }

    @Test
    void a_success_without_an_amount_proves_nothing() {
        assertThat(whileAnswering(200, "{\"status\":\"SUCCEEDED\"}", provider -> provider.inquire(Payments.created()))
                        .evidence())
                .isEqualTo(Evidence.INQUIRY_UNANSWERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{\"status\":\"MAYBE\"}", "{\"status\":\"PENDING\""})
    void an_answer_that_is_no_answer_is_an_error(String body) {
        DisposableServer server = answering(200, body);
        try {
            StepVerifier.create(provider(url(server)).inquire(Payments.created()))
                    .verifyError();
        } finally {
            server.disposeNow();
        }
    }

    @Test
    void a_provider_that_is_unwell_is_an_error_for_the_breaker() {
        DisposableServer server = answering(503, "{}");
        try {
            StepVerifier.create(provider(url(server)).submit(Payments.created()))
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOfSatisfying(
                                    WebClientResponseException.class,
                                    response -> assertThat(
                                                    response.getStatusCode().value())
                                            .isEqualTo(503)));
        } finally {
            server.disposeNow();
        }
    }

    private interface Call {

        Mono<ProviderAnswer> on(UpiProvider provider);
    }

    private static ProviderAnswer whileAnswering(int status, String body, Call call) {
        DisposableServer server = answering(status, body);
        try {
            return answer(call.on(provider(url(server))));
        } finally {
            server.disposeNow();
        }
    }

    private static DisposableServer answering(int status, String body) {
        return HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> response.status(status)
                        .header("Content-Type", "application/json")
                        .sendString(Mono.just(body)))
                .bindNow();
    }

    private static String url(DisposableServer server) {
        return "http://127.0.0.1:" + server.port();
    }

    private static UpiProvider provider(String url) {
        return new HttpUpiProvider("upi", WebClient.create(url), NOWHERE);
    }

    private static ProviderAnswer answer(Mono<ProviderAnswer> answer) {
        return Objects.requireNonNull(answer.block());
    }

    private static Payment dearer(Payment payment) {
        PaymentOrder order = payment.order();
        return Payment.create(
                new PaymentOrder(
                        order.paymentId(),
                        order.purpose(),
                        order.loanId(),
                        order.userId(),
                        order.amountPaise() + 1,
                        order.method(),
                        order.createdAt()),
                order.createdAt());
    }
}
