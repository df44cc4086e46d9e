package com.byajbook.platform.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.platform.deadline.Deadline;
import com.byajbook.platform.pipe.Stage;
import com.byajbook.platform.problem.Failure;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What stands around a call, without a network: calls that the test makes fail, hang or wait. */
class GuardedCallsTest {

    private static final int WIDTH = 2;

    private final RemoteRig rig = new RemoteRig(
            "partner",
            new RemoteProperties.Remote(
                    URI.create("http://127.0.0.1:1"),
                    false,
                    Duration.ofSeconds(1),
                    WIDTH,
                    1,
                    Duration.ofMillis(800),
                    50,
                    Duration.ofSeconds(60)));
    private final RemoteService partner = rig.service();
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void repeats_a_call_that_was_not_reached_and_counts_it() {
        Mono<String> flaky = Mono.defer(
                () -> calls.incrementAndGet() == 1 ? Mono.<String>error(unreachable()) : Mono.just("answer"));

        StepVerifier.create(partner.guardedAndRepeated(flaky))
                .expectNext("answer")
                .verifyComplete();

        assertThat(calls).hasValue(2);
        assertThat(rig.count("byajbook.remote.retries", "outcome", "retried")).isEqualTo(1);
    }

    @Test
    void never_repeats_what_is_not_marked_for_it() {
        StepVerifier.create(partner.guarded(failing())).verifyError(Failure.DependencyUnavailable.class);
        assertThat(calls).hasValue(1);
    }

    @Test
    void adds_a_tenth_of_the_calls_and_its_savings_when_everything_fails() {
        int offered = 200;
        rig.service().breaker().transitionToDisabledState();

        var unused = Flux.range(0, offered)
                .concatMap(i -> partner.guardedAndRepeated(failing()).onErrorComplete(Failure.class))
                .then()
                .block();

        assertThat(calls.get() - offered).isBetween(10, offered / 10 + 10);
        assertThat(rig.count("byajbook.remote.retries", "outcome", "no-budget")).isGreaterThan(0);
    }

    @Test
    void does_not_repeat_past_the_deadline() {
        StepVerifier.create(partner.guardedAndRepeated(failing())
                        .contextWrite(new Deadline(Instant.now().plusMillis(12))::into))
                .verifyError(Failure.class);

        assertThat(calls.get()).isLessThanOrEqualTo(1);
        assertThat(rig.count("byajbook.remote.retries", "outcome", "retried")).isZero();
    }

    @Test
    void sends_nothing_for_a_caller_who_is_gone_and_counts_it() {
        StepVerifier.create(partner.guarded(failing())
                        .contextWrite(new Deadline(Instant.now().minusMillis(1))::into))
                .verifyError(Failure.DeadlinePassed.class);

        assertThat(calls).hasValue(0);
        assertThat(rig.count("byajbook.deadline.dropped", "where", "remote.partner"))
                .isEqualTo(1);
    }

    @Test
    void a_refusal_by_the_gate_never_opens_the_breaker() {
        Disposable holding = Flux.range(0, WIDTH)
                .flatMap(i -> partner.guarded(Mono.never()), WIDTH)
                .subscribe();

        for (int i = 0; i < 100; i++) {
            Disposable waiting = partner.guarded(failing()).onErrorComplete().subscribe();
            StepVerifier.create(partner.guarded(failing())).verifyError(Failure.Overloaded.class);
            waiting.dispose();
        }

        assertThat(calls).hasValue(0);
        assertThat(partner.breaker().getState()).isEqualTo(CircuitBreaker.State.CLOSED);
        holding.dispose();
        assertThat(partner.gate().running()).isZero();
    }

    @Test
    void callers_without_patience_do_not_open_the_breaker_for_others() {
        for (int i = 0; i < 30; i++) {
            StepVerifier.create(partner.guarded(Mono.never())
                            .contextWrite(new Deadline(Instant.now().plusMillis(15))::into))
                    .verifyError(Failure.class);
        }
        assertThat(partner.breaker().getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void shows_on_the_pipe_that_the_breaker_is_open() {
        assertThat(stage().state()).isEmpty();

        partner.breaker().transitionToOpenState();

        assertThat(stage().state()).isEqualTo("breaker-open");
        StepVerifier.create(partner.guardedAndRepeated(failing())).verifyError(Failure.DependencyUnavailable.class);
        assertThat(calls).hasValue(0);
    }

    private Stage stage() {
        return rig.pipe().stages().stream()
                .filter(stage -> stage.name().equals("remote.partner"))
                .findFirst()
                .orElseThrow();
    }

    private Mono<String> failing() {
        return Mono.defer(() -> {
            calls.incrementAndGet();
            return Mono.error(unreachable());
        });
    }

    private static WebClientRequestException unreachable() {
        return new WebClientRequestException(
                new ConnectException("nobody listens"),
                HttpMethod.GET,
                URI.create("http://127.0.0.1:1"),
                new HttpHeaders());
    }
}
