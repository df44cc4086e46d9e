package com.byajbook.api.intake.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.api.intake.domain.Command;
import com.byajbook.api.intake.domain.Receipt;
import com.byajbook.platform.problem.Failure;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

class BoundedBacklogTest {

    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final int LIMIT = 100;

    private final AtomicLong unpublished = new AtomicLong();
    private final AtomicLong accepted = new AtomicLong();
    private final Command command = Commands.applying("k", 1, Instant.EPOCH);
    private volatile boolean broken;
    private VirtualTimeScheduler time = VirtualTimeScheduler.create();

    @BeforeEach
    void holdTime() {
        time = VirtualTimeScheduler.getOrSet();
    }

    @AfterEach
    void releaseTime() {
        VirtualTimeScheduler.reset();
    }

    @Test
    void accepts_while_the_backlog_has_room() {
        BoundedBacklog intake = started();
        unpublished.set(LIMIT - 1);
        time.advanceTimeBy(INTERVAL);

        StepVerifier.create(intake.accept(command)).expectNextCount(1).verifyComplete();
        intake.stop();
    }

    @Test
    void refuses_when_it_is_full_and_accepts_again_when_it_drained() {
        BoundedBacklog intake = started();
        unpublished.set(LIMIT);
        time.advanceTimeBy(INTERVAL);

        StepVerifier.create(intake.accept(command))
                .expectErrorSatisfies(refusal -> assertThat(((Failure) refusal).members())
                        .containsEntry("reason", "intake.backlog-full")
                        .containsEntry("limitValue", (long) LIMIT))
                .verify();
        assertThat(accepted).hasValue(0);

        unpublished.set(3);
        time.advanceTimeBy(INTERVAL);
        StepVerifier.create(intake.accept(command)).expectNextCount(1).verifyComplete();
        intake.stop();
    }

    @Test
    void goes_on_with_what_it_knew_while_it_cannot_measure() {
        BoundedBacklog intake = started();
        unpublished.set(LIMIT);
        time.advanceTimeBy(INTERVAL);
        broken = true;
        time.advanceTimeBy(INTERVAL.multipliedBy(3));
        StepVerifier.create(intake.accept(command)).expectError(Failure.class).verify();

        broken = false;
        unpublished.set(0);
        time.advanceTimeBy(INTERVAL);
        StepVerifier.create(intake.accept(command)).expectNextCount(1).verifyComplete();
        intake.stop();
    }

    private BoundedBacklog started() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        IntakeLimits limits = new IntakeLimits(
                IntakeLimits.Mode.GROUP_COMMIT,
                10,
                Duration.ofMillis(2),
                10,
                2,
                INTERVAL,
                LIMIT,
                INTERVAL,
                Duration.ofDays(7),
                Duration.ofMinutes(1),
                100);
        BoundedBacklog intake = new BoundedBacklog(
                given -> Mono.fromSupplier(() -> {
                    accepted.incrementAndGet();
                    return new Receipt(given.id(), false);
                }),
                limit -> broken
                        ? Mono.error(new IllegalStateException("away"))
                        : Mono.just(Map.of("loan.apply", unpublished.get())),
                limits,
                new IntakeMeter(registry),
                registry);
        intake.start();
        return intake;
    }
}
