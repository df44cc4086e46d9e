package com.byajbook.platform.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.platform.deadline.Deadline;
import com.byajbook.platform.overload.admission.TrafficClass;
import com.byajbook.platform.overload.gate.WorkClass;
import com.byajbook.platform.problem.Failure;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;
import reactor.test.StepVerifier;

/** Calls to one of our own services over real HTTP: what it is told, and how its refusals come back. */
class SisterServiceIT {

    private static final String OVERLOADED = """
            {"type":"urn:byajbook:problem:overloaded","code":"overloaded","status":503,"reason":"pool.report.wait-too-long",
             "class":"low","estimatedWaitMs":420,"limit":"gate.pool.report.target.low","limitValue":100}
            """;

    private final Map<String, String> told = new ConcurrentHashMap<>();
    private volatile String refusal = "";
    private final DisposableServer sister = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle((request, response) -> {
                request.requestHeaders()
                        .forEach(header -> told.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
                return answer(response);
            })
            .bindNow();

    @AfterEach
    void close() {
        sister.disposeNow();
    }

    @Test
    void tells_the_class_and_the_time_that_is_left() {
        RemoteService service = rig(true).service();
        Mono<String> call = get(service)
                .contextWrite(context ->
                        WorkClass.into(new Deadline(Instant.now().plusMillis(700)).into(context), TrafficClass.LOW));

        StepVerifier.create(call).expectNext("fine").verifyComplete();

        assertThat(told).containsEntry("byajbook-class", "low");
        assertThat(told.get("authorization")).isEqualTo("Bearer " + RemoteRig.TOKEN);
        assertThat(Integer.parseInt(told.getOrDefault("request-timeout-ms", "0")))
                .isBetween(1, 700);
    }

    @Test
    void tells_a_partner_the_time_alone_and_never_more_than_the_call_may_take() {
        StepVerifier.create(get(rig(false).service())).expectNext("fine").verifyComplete();

        assertThat(told).doesNotContainKeys("byajbook-class", "authorization");
        assertThat(Integer.parseInt(told.getOrDefault("request-timeout-ms", "0")))
                .isBetween(1, 5_000);
    }

    @Test
    void passes_on_what_the_gate_of_the_owner_said_and_keeps_the_breaker_closed() {
        refusal = OVERLOADED;
        RemoteService service = rig(true).service();

        for (int i = 0; i < 30; i++) {
            StepVerifier.create(get(service)).verifyErrorSatisfies(e -> {
                assertThat(e).isInstanceOf(Failure.Overloaded.class);
                assertThat(((Failure) e).members())
                        .containsEntry("reason", "pool.report.wait-too-long")
                        .containsEntry("limit", "gate.pool.report.target.low")
                        .containsEntry("limitValue", 100L);
                assertThat(((Failure) e).retryAfter()).contains(Duration.ofMillis(1_234));
            });
        }
        assertThat(service.breaker().getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void takes_a_refusal_of_nobody_we_know_for_an_outage() {
        refusal = "<html>bad gateway</html>";
        StepVerifier.create(get(rig(true).service())).verifyError(Failure.DependencyUnavailable.class);
    }

    private Publisher<Void> answer(HttpServerResponse response) {
        if (refusal.isEmpty()) {
            return response.sendString(Mono.just("fine"));
        }
        boolean problem = refusal.startsWith("{");
        return response.status(503)
                .header("Content-Type", problem ? "application/problem+json" : "text/html")
                .header("Retry-After-Ms", "1234")
                .sendString(Mono.just(refusal));
    }

    private static Mono<String> get(RemoteService service) {
        return service.guarded(
                service.client().get().uri("/anything").retrieve().bodyToMono(String.class));
    }

    private RemoteRig rig(boolean internal) {
        return new RemoteRig(
                "sister",
                new RemoteProperties.Remote(
                        URI.create("http://127.0.0.1:" + sister.port()),
                        internal,
                        Duration.ofSeconds(5),
                        10,
                        10,
                        Duration.ofSeconds(4),
                        50,
                        Duration.ofSeconds(60)));
    }
}
