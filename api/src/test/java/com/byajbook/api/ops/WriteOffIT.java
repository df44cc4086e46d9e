package com.byajbook.api.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.api.security.Role;
import com.byajbook.api.testing.Answer;
import com.byajbook.api.testing.ApiInstance;
import com.byajbook.api.testing.Client;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** An operator's word that a loan is written off, on its way to a loan engine that is played. */
class WriteOffIT {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final ConcurrentLinkedQueue<String> HEARD = new ConcurrentLinkedQueue<>();
    private static final UUID PERFORMING = UUID.randomUUID();

    private static DisposableServer engine;
    private static ApiInstance api;

    @BeforeAll
    static void start() {
        engine = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.post("/internal/control/loans/{loan}/write-off", WriteOffIT::play))
                .bindNow(PATIENCE);
        api = ApiInstance.start(Map.of("byajbook.ops.services.loan-engine", "http://127.0.0.1:" + engine.port()));
    }

    @AfterAll
    static void stop() {
        api.close();
        engine.disposeNow(PATIENCE);
    }

    @Test
    void is_passed_on_as_the_word_of_whoever_the_token_names() {
        Client operator = api.operator(Role.OPS);
        UUID loan = UUID.randomUUID();
        Answer answer = operator.post(place(loan), "k", "{\"by\":\"somebody else\",\"reason\":\"gone\"}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("outcome")).isEqualTo("WRITTEN_OFF");
        assertThat(HEARD)
                .anySatisfy(word -> assertThat(word)
                        .contains("\"by\":\"" + operator.user() + "\"", "\"reason\":\"gone\"")
                        .doesNotContain("somebody else"));
    }

    @Test
    void a_refusal_comes_back_in_the_words_of_the_loan_engine() {
        Answer answer = api.operator(Role.OPS).post(place(PERFORMING), "k", "{\"reason\":\"gone\"}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("not-ready");
    }

    @Test
    void nobody_but_an_operator_writes_off() {
        for (Role role : new Role[] {Role.BORROWER, Role.LENDER}) {
            Answer answer = api.operator(role).post(place(UUID.randomUUID()), "k", "{\"reason\":\"gone\"}");
            assertThat(answer.status()).isEqualTo(403);
        }
    }

    private static Publisher<Void> play(HttpServerRequest request, HttpServerResponse response) {
        String loan = Objects.requireNonNull(request.param("loan"));
        boolean performing = PERFORMING.toString().equals(loan);
        return request.receive()
                .aggregate()
                .asString()
                .doOnNext(HEARD::add)
                .flatMap(body -> response.status(performing ? 409 : 200)
                        .header("Content-Type", performing ? "application/problem+json" : "application/json")
                        .sendString(Mono.just(answer(loan)))
                        .then());
    }

    private static String answer(String loan) {
        return PERFORMING.toString().equals(loan)
                ? "{\"type\":\"urn:byajbook:problem:not-ready\",\"title\":\"t\",\"status\":409,\"code\":\"not-ready\","
                        + "\"detail\":\"Only a loan that is NPA.\"}"
                : "{\"loanId\":\"" + loan + "\",\"outcome\":\"WRITTEN_OFF\"}";
    }

    private static String place(UUID loan) {
        return "/ops/loans/" + loan + "/write-off";
    }
}
