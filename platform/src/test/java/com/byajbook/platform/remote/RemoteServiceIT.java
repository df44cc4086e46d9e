package com.byajbook.platform.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.localstack.sandbox.Sandbox;
import com.byajbook.platform.problem.Failure;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Guarded calls to the partner sandbox over real HTTP, while it hangs, fails and recovers. */
class RemoteServiceIT {

    private static final UUID REQUEST = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private final Sandbox sandbox = Sandbox.start(0);
    private final RemoteService bureau = remote(sandbox.baseUrl(), Duration.ofSeconds(10));

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void opens_the_breaker_when_a_partner_hangs_and_closes_it_when_it_answers_again() {
        RemoteService hurried = remote(sandbox.baseUrl(), Duration.ofMillis(500));
        outage("HANG");
        List<Class<?>> failures = Flux.range(0, 20)
                .concatMap(i -> report(hurried)
                        .<Class<?>>map(Object::getClass)
                        .onErrorResume(Failure.class, e -> Mono.just(e.getClass())))
                .collectList()
                .blockOptional()
                .orElseThrow();

        assertThat(failures.subList(0, 10)).containsOnly(Failure.DeadlinePassed.class);
        assertThat(failures.subList(10, 20)).contains(Failure.DependencyUnavailable.class);

        outage("NONE");
        await().atMost(Duration.ofSeconds(25)).until(() -> {
            report(hurried).onErrorComplete(Failure.class).then().block();
            return hurried.breaker().getState() == CircuitBreaker.State.CLOSED;
        });
    }

    @Test
    void calls_an_outage_unavailable_and_leaves_a_refusal_as_it_is() {
        outage("REFUSE");
        StepVerifier.create(report(bureau))
                .expectError(Failure.DependencyUnavailable.class)
                .verify();

        outage("NONE");
        StepVerifier.create(bureau.guarded(bureau.client()
                        .post()
                        .uri("/bureau/v1/reports")
                        .bodyValue(Map.of("nonsense", true))
                        .retrieve()
                        .bodyToMono(Map.class)))
                .expectErrorSatisfies(e -> assertThat(e).isInstanceOf(WebClientResponseException.BadRequest.class))
                .verify();
    }

    @Test
    void says_unavailable_when_nobody_listens() {
        sandbox.close();

        StepVerifier.create(report(bureau))
                .expectError(Failure.DependencyUnavailable.class)
                .verify();
    }

    private static Mono<Map<?, ?>> report(RemoteService bureau) {
        return bureau.guarded(bureau.client()
                .post()
                .uri("/bureau/v1/reports")
                .bodyValue(Map.of("requestId", REQUEST, "borrowerId", REQUEST))
                .retrieve()
                .bodyToMono(Map.class)
                .map(answer -> (Map<?, ?>) answer));
    }

    private void outage(String outage) {
        WebClient.create(sandbox.baseUrl())
                .put()
                .uri("/control/partners/bureau")
                .bodyValue(Map.of("latencyMs", 0, "jitterMs", 0, "errorRate", 0, "outage", outage))
                .retrieve()
                .toBodilessEntity()
                .then()
                .block();
    }

    private static RemoteService remote(String url, Duration timeout) {
        RemoteProperties.Remote settings = new RemoteProperties.Remote(
                URI.create(url), false, timeout, 20, 20, timeout, 50, Duration.ofMillis(400));
        return new RemoteRig("bureau", settings).service();
    }
}
