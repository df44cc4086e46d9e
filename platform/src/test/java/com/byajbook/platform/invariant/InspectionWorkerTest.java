package com.byajbook.platform.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;

class InspectionWorkerTest {

    private static final InspectionProperties EVERY_MINUTE =
            new InspectionProperties(Duration.ofMinutes(1), Duration.ofSeconds(30));

    private final AtomicInteger looks = new AtomicInteger();
    private VirtualTimeScheduler time;

    @BeforeEach
    void stopTime() {
        time = VirtualTimeScheduler.getOrSet();
    }

    @AfterEach
    void letTimeGo() {
        VirtualTimeScheduler.reset();
    }

    @Test
    void looks_at_once_and_then_every_minute_until_it_stops() {
        InspectionWorker worker = new InspectionWorker(inspecting(Mono.just(part(0))), EVERY_MINUTE);

        worker.start();
        time.advanceTimeBy(Duration.ofMinutes(3));
        worker.stop();
        time.advanceTimeBy(Duration.ofMinutes(3));

        assertThat(looks).hasValue(4);
        assertThat(worker.isRunning()).isFalse();
    }

    @Test
    void a_look_that_fails_or_never_ends_is_given_up_and_the_next_one_comes() {
        Mono<Part> troubled =
                Mono.defer(() -> looks.get() == 1 ? Mono.error(new IllegalStateException()) : Mono.never());
        InspectionWorker worker = new InspectionWorker(inspecting(troubled), EVERY_MINUTE);

        worker.start();
        time.advanceTimeBy(Duration.ofMinutes(3));

        assertThat(looks).hasValue(4);
        worker.stop();
    }

    @Test
    void stopping_waits_for_the_look_under_way() {
        Sinks.One<Part> slow = Sinks.one();
        AtomicBoolean stopped = new AtomicBoolean();
        InspectionWorker worker = new InspectionWorker(inspecting(slow.asMono()), EVERY_MINUTE);
        worker.start();
        time.advanceTimeBy(Duration.ofSeconds(1));

        worker.stop(() -> stopped.set(true));
        assertThat(stopped).isFalse();

        slow.emitValue(part(0), Sinks.EmitFailureHandler.FAIL_FAST);
        assertThat(stopped).isTrue();
    }

    @Test
    void the_gauges_know_nothing_before_the_first_look_and_then_what_it_found() {
        Inspect inspecting = inspecting(Mono.just(part(2)));
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        assertThat(new InvariantGauges(inspecting, meters, Clock.systemUTC())).isNotNull();
        assertThat(violations(meters)).isNaN();
        assertThat(meters.get("byajbook.invariants.age").gauge().value()).isNaN();

        InspectionWorker worker = new InspectionWorker(inspecting, EVERY_MINUTE);
        worker.start();
        time.advanceTimeBy(Duration.ofSeconds(1));

        assertThat(violations(meters)).isEqualTo(2);
        assertThat(meters.get("byajbook.invariants.age").gauge().value()).isNotNegative();
        worker.stop();
    }

    private Inspect inspecting(Mono<Part> part) {
        Mono<Part> counted = Mono.defer(() -> {
            looks.incrementAndGet();
            return part;
        });
        return new Inspect(List.of(Check.whole("sums", "sums are right", counted)), Clock.systemUTC());
    }

    private static double violations(SimpleMeterRegistry meters) {
        return meters.get("byajbook.invariants.violations")
                .tag("invariant", "sums")
                .gauge()
                .value();
    }

    private static Part part(long violations) {
        return new Part(5, violations, violations == 0 ? null : "one", Part.BEGINNING);
    }
}
