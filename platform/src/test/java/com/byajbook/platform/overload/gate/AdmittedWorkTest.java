package com.byajbook.platform.overload.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.platform.deadline.Deadline;
import com.byajbook.platform.overload.admission.TrafficClass;
import com.byajbook.platform.problem.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** Work behind a gate, on a clock that the test moves. */
class AdmittedWorkTest {

    private final GateRig rig = new GateRig(1, 10);
    private final Gate gate = rig.gate();

    @Test
    void gives_the_value_and_returns_the_permit() {
        StepVerifier.create(gate.admit(Mono.just("done"))).expectNext("done").verifyComplete();
        assertThat(gate.running()).isZero();
    }

    @Test
    void returns_the_permit_of_work_that_is_empty_or_fails() {
        StepVerifier.create(gate.admit(Mono.empty())).verifyComplete();
        StepVerifier.create(gate.admit(Mono.error(new IllegalStateException("broken"))))
                .verifyErrorMessage("broken");
        assertThat(gate.running()).isZero();
    }

    @Test
    void returns_the_permit_of_work_that_is_cancelled_and_cancels_it() {
        Sinks.One<String> work = Sinks.one();
        AtomicInteger cancelled = new AtomicInteger();

        StepVerifier.create(gate.admit(work.asMono().doOnCancel(cancelled::incrementAndGet)))
                .then(() -> assertThat(gate.running()).isEqualTo(1))
                .thenCancel()
                .verify();

        assertThat(gate.running()).isZero();
        assertThat(cancelled).hasValue(1);
    }

    @Test
    void begins_nothing_before_it_is_let_in() {
        Sinks.One<String> first = Sinks.one();
        AtomicInteger begun = new AtomicInteger();
        Disposable running = gate.admit(first.asMono()).subscribe();
        Disposable waiting =
                gate.admit(Mono.fromRunnable(begun::incrementAndGet)).subscribe();

        assertThat(gate.queued()).isEqualTo(1);
        assertThat(begun).hasValue(0);
        first.tryEmitEmpty().orThrow();
        assertThat(begun).hasValue(1);
        assertThat(List.of(running.isDisposed(), waiting.isDisposed())).containsOnly(true);
    }

    @Test
    void forgets_who_went_away_while_waiting() {
        Sinks.One<String> first = Sinks.one();
        AtomicInteger begun = new AtomicInteger();
        Disposable running = gate.admit(first.asMono()).subscribe();
        Disposable waiting =
                gate.admit(Mono.fromRunnable(begun::incrementAndGet)).subscribe();

        waiting.dispose();
        assertThat(gate.queued()).isZero();
        first.tryEmitEmpty().orThrow();

        assertThat(begun).hasValue(0);
        assertThat(gate.running()).isZero();
        assertThat(running.isDisposed()).isTrue();
    }

    @Test
    void refuses_with_all_that_the_caller_can_use_and_begins_nothing() {
        Gate busy = new GateRig(1, 0).gate();
        AtomicInteger begun = new AtomicInteger();
        Disposable running = busy.admit(Mono.never()).subscribe();

        StepVerifier.create(busy.admit(Mono.fromRunnable(begun::incrementAndGet))
                        .contextWrite(context -> WorkClass.into(context, TrafficClass.LOW)))
                .verifyErrorSatisfies(e -> {
                    assertThat(e).isInstanceOf(Failure.Overloaded.class);
                    assertThat(((Failure) e).members())
                            .containsEntry("class", "low")
                            .containsKeys("reason", "estimatedWaitMs", "limit", "limitValue");
                });

        assertThat(begun).hasValue(0);
        running.dispose();
        assertThat(busy.running()).isZero();
    }

    @Test
    void lets_the_more_important_go_first() {
        Sinks.One<String> first = Sinks.one();
        List<String> order = new ArrayList<>();
        List<Disposable> all = new ArrayList<>();
        all.add(gate.admit(first.asMono()).subscribe());
        for (TrafficClass trafficClass :
                List.of(TrafficClass.LOW, TrafficClass.NORMAL, TrafficClass.HIGH, TrafficClass.CRITICAL)) {
            all.add(gate.admit(Mono.fromRunnable(() -> order.add(trafficClass.word())))
                    .contextWrite(context -> WorkClass.into(context, trafficClass))
                    .subscribe());
        }

        first.tryEmitEmpty().orThrow();

        assertThat(order).containsExactly("critical", "high", "normal", "low");
        assertThat(all).allMatch(Disposable::isDisposed);
    }

    @Test
    void answers_who_waits_past_its_deadline_without_beginning_its_work() {
        AtomicInteger begun = new AtomicInteger();
        List<Throwable> errors = new ArrayList<>();
        Sinks.One<String> first = Sinks.one();
        Disposable running = gate.admit(first.asMono()).subscribe();
        Disposable waiting = gate.admit(Mono.fromRunnable(begun::incrementAndGet))
                .contextWrite(new Deadline(rig.now().plusMillis(50))::into)
                .subscribe(value -> {}, errors::add);

        rig.pass(Duration.ofMillis(60));
        gate.sweep();

        assertThat(errors).singleElement().isInstanceOf(Failure.Overloaded.class);
        first.tryEmitEmpty().orThrow();
        assertThat(begun).hasValue(0);
        assertThat(gate.running()).isZero();
        assertThat(List.of(running, waiting)).allMatch(Disposable::isDisposed);
    }

    @Test
    void lets_everybody_in_when_it_does_not_protect_also_whose_time_is_over() {
        GateRig open = new GateRig(OverloadProperties.Mode.UNPROTECTED, 1, 0);
        Deadline past = new Deadline(open.now().minusMillis(1));

        for (int i = 0; i < 3; i++) {
            StepVerifier.create(open.gate().admit(Mono.just("done")).contextWrite(past::into))
                    .expectNext("done")
                    .verifyComplete();
        }
        assertThat(open.gate().turnAway(TrafficClass.LOW, past)).isNull();
    }

    @Test
    void a_wider_gate_lets_in_who_waits() {
        Flux<Integer> started =
                Flux.range(0, 4).flatMap(i -> gate.admit(Mono.just(i).delayUntil(x -> Mono.never())), 4);
        Disposable all = started.subscribe();
        assertThat(gate.running()).isEqualTo(1);

        gate.limit(limits -> limits.withWidth(3));

        assertThat(gate.running()).isEqualTo(3);
        assertThat(gate.queued()).isEqualTo(1);
        all.dispose();
        assertThat(gate.running()).isZero();
        assertThat(gate.queued()).isZero();
    }

    @Test
    void a_long_queue_of_work_that_ends_at_once_does_not_grow_the_stack() {
        Gate deep = new GateRig(1, 50_000).gate();
        Sinks.One<String> first = Sinks.one();
        AtomicInteger served = new AtomicInteger();
        AtomicInteger deepest = new AtomicInteger();
        Disposable running = deep.admit(first.asMono()).subscribe();
        Disposable queue = Flux.range(0, 50_000)
                .flatMap(
                        i -> deep.admit(Mono.fromRunnable(() -> {
                            served.incrementAndGet();
                            deepest.accumulateAndGet(depth(), Math::max);
                        })),
                        50_000)
                .subscribe();
        assertThat(deep.queued()).isEqualTo(50_000);

        first.tryEmitEmpty().orThrow();

        assertThat(served).hasValue(50_000);
        assertThat(deepest.get()).isLessThan(400);
        assertThat(List.of(running, queue)).allMatch(Disposable::isDisposed);
    }

    private static int depth() {
        return StackWalker.getInstance().walk(frames -> (int) frames.count());
    }
}
