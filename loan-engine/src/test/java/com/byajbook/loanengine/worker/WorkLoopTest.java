package com.byajbook.loanengine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class WorkLoopTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Sinks.Empty<Void> stop = Sinks.empty();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicInteger rounds = new AtomicInteger();

    @Test
    void works_at_once_and_at_every_interval() {
        StepVerifier.withVirtualTime(() -> loop(Mono.fromSupplier(() -> count(0))))
                .thenAwait(SECOND.multipliedBy(3))
                .then(() -> assertThat(rounds).hasValue(4))
                .thenCancel()
                .verify();
    }

    @Test
    void works_on_without_a_pause_while_rounds_are_full() {
        Deque<Integer> amounts = new ArrayDeque<>(List.of(10, 10, 3));

        StepVerifier.withVirtualTime(() -> loop(Mono.fromSupplier(() -> count(amounts.isEmpty() ? 0 : amounts.pop()))))
                .thenAwait(Duration.ofMillis(1))
                .then(() -> assertThat(rounds).hasValue(3))
                .thenCancel()
                .verify();
    }

    @Test
    void a_failed_round_does_not_end_the_loop() {
        Mono<Integer> round = Mono.defer(() ->
                count(0) + rounds.get() == 1 ? Mono.error(new IllegalStateException("database gone")) : Mono.just(0));

        StepVerifier.withVirtualTime(() -> loop(round))
                .thenAwait(SECOND)
                .then(() -> assertThat(rounds).hasValue(2))
                .thenCancel()
                .verify();
    }

    @Test
    void not_even_an_error_that_is_no_exception_ends_the_loop() {
        Mono<Integer> round =
                Mono.defer(() -> count(0) + rounds.get() == 1 ? Mono.error(new AssertionError("a bug")) : Mono.just(0));

        StepVerifier.withVirtualTime(() -> loop(round))
                .thenAwait(SECOND)
                .then(() -> assertThat(rounds).hasValue(2))
                .thenCancel()
                .verify();
    }

    @Test
    void a_round_that_never_ends_does_not_hold_its_lane_for_ever() {
        Mono<Integer> round = Mono.defer(() -> count(0) + rounds.get() == 1 ? Mono.never() : Mono.just(0));

        StepVerifier.withVirtualTime(() -> loop(round))
                .thenAwait(LONGEST.minusSeconds(1))
                .then(() -> assertThat(rounds).hasValue(1))
                .thenAwait(SECOND)
                .then(() -> assertThat(rounds).hasValueGreaterThan(1))
                .thenCancel()
                .verify();
    }

    @Test
    void stopping_finishes_the_round_under_way_and_starts_no_other() {
        Sinks.One<Integer> underWay = Sinks.one();
        Mono<Integer> round = Mono.defer(() -> count(0) == 0 ? underWay.asMono() : Mono.empty());

        StepVerifier.withVirtualTime(() -> loop(round))
                .thenAwait(Duration.ofMillis(1))
                .then(() -> {
                    stopping.set(true);
                    stop.emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST);
                })
                .expectNoEvent(SECOND)
                .then(() -> underWay.emitValue(10, Sinks.EmitFailureHandler.FAIL_FAST))
                .verifyComplete();
        assertThat(rounds).hasValue(1);
    }

    private Mono<Void> loop(Mono<Integer> round) {
        return new WorkLoop("test", SECOND, LONGEST, 10, round).run(stop.asMono(), stopping);
    }

    private int count(int amount) {
        rounds.incrementAndGet();
        return amount;
    }
}
