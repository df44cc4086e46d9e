package com.byajbook.loanengine.underwriting.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.loanengine.underwriting.domain.CreditReport;
import com.byajbook.loanengine.underwriting.domain.CreditReport.Known;
import com.byajbook.loanengine.underwriting.domain.CreditReport.Unavailable;
import com.byajbook.platform.deadline.DeadlineConfiguration;
import com.byajbook.platform.limits.LimitsConfiguration;
import com.byajbook.platform.overload.OverloadConfiguration;
import com.byajbook.platform.remote.RemoteConfiguration;
import com.byajbook.platform.remote.RemoteService;
import com.byajbook.platform.remote.RemoteServices;
import com.byajbook.platform.web.InternalCalls;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.PublisherProbe;

class ResilientCreditBureauTest {

    private static final Duration DEADLINE = Duration.ofSeconds(1);
    private static final CreditReport REPORT = new Known(780, 1_00_000_00, 0, 0);

    @Test
    void hands_a_report_on() {
        around(
                Mono.just(REPORT),
                (bureau, service) ->
                        StepVerifier.create(ask(bureau)).expectNext(REPORT).verifyComplete());
    }

    @Test
    void a_bureau_that_hangs_is_no_report_after_the_deadline_and_the_call_is_cancelled() {
        PublisherProbe<CreditReport> hanging = PublisherProbe.of(Mono.never());

        around(
                hanging.mono(),
                (bureau, service) -> StepVerifier.withVirtualTime(() -> ask(bureau))
                        .expectSubscription()
                        .expectNoEvent(DEADLINE.minusMillis(1))
                        .thenAwait(Duration.ofMillis(1))
                        .assertNext(report -> assertThat(report).isInstanceOf(Unavailable.class))
                        .verifyComplete());

        hanging.assertWasCancelled();
    }

    @Test
    void an_answer_that_is_no_report_is_no_report() {
        Mono<CreditReport> nonsense = Mono.error(() -> new UnusableReport("gibberish", new IllegalArgumentException()));

        around(
                nonsense,
                (bureau, service) -> StepVerifier.create(ask(bureau))
                        .expectNext(new Unavailable("gibberish"))
                        .verifyComplete());
    }

    @Test
    void a_mistake_of_ours_is_not_mistaken_for_a_missing_report() {
        Mono<CreditReport> mistake = Mono.error(() -> new IllegalStateException("a mistake"));

        around(mistake, (bureau, service) -> StepVerifier.create(ask(bureau)).verifyError(IllegalStateException.class));
    }

    @Test
    void a_bureau_that_keeps_hanging_is_not_asked_any_more() {
        AtomicInteger calls = new AtomicInteger();
        Mono<CreditReport> hanging = Mono.defer(() -> {
            calls.incrementAndGet();
            return Mono.never();
        });

        around(hanging, (bureau, service) -> {
            StepVerifier.withVirtualTime(() -> ask(bureau).repeat(29))
                    .thenAwait(DEADLINE.multipliedBy(30))
                    .expectNextCount(30)
                    .verifyComplete();
            assertThat(service.breaker().getState()).isEqualTo(CircuitBreaker.State.OPEN);
            assertThat(calls).as("the first ten found out").hasValue(10);
        });
    }

    private static Mono<CreditReport> ask(Question bureau) {
        return bureau.fetch();
    }

    private static void around(Mono<CreditReport> answer, BiConsumer<Question, RemoteService> test) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        LimitsConfiguration.class,
                        DeadlineConfiguration.class,
                        OverloadConfiguration.class,
                        RemoteConfiguration.class))
                // Virtual time is the only one that passes here: a deadline that real time shortens would end too early
                // by it.
                .withBean(Clock.class, () -> Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                .withBean(InternalCalls.class, () -> new InternalCalls("a-token-of-the-test"))
                .withBean(SimpleMeterRegistry.class)
                .withPropertyValues(
                        "byajbook.remote.credit-bureau.url=http://127.0.0.1:1",
                        "byajbook.remote.credit-bureau.timeout=" + DEADLINE.toMillis() + "ms",
                        "byajbook.remote.credit-bureau.open-for=60s")
                .run(context -> {
                    RemoteService service =
                            context.getBean(RemoteServices.class).named("credit-bureau");
                    ResilientCreditBureau bureau = new ResilientCreditBureau((loan, borrower) -> answer, service);
                    test.accept(() -> bureau.fetch(UUID.randomUUID(), UUID.randomUUID()), service);
                });
    }

    /** The bureau with its arguments given. */
    private interface Question {
        Mono<CreditReport> fetch();
    }
}
