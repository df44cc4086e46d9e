package com.byajbook.platform.overload.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.platform.overload.admission.TrafficClass;
import com.byajbook.platform.problem.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** However completions, failures, cancels and changes of the width meet, each permit goes back once and none too early. */
class PermitsUnderStressTest {

    private static final int WIDTH = 4;

    private final Scheduler threads = Schedulers.newParallel("stress", 4);

    @AfterEach
    void close() {
        threads.dispose();
    }

    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    /** One thread, so that a seed gives the same run again. */
    @ParameterizedTest
    @MethodSource("seeds")
    void random_interleavings_keep_the_books(int seed) {
        Random random = new Random(seed);
        GateRig rig = new GateRig(WIDTH, 20);
        Gate gate = rig.gate();
        Crowd crowd = new Crowd(gate);
        for (int step = 0; step < 2_000; step++) {
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> crowd.come(TrafficClass.values()[random.nextInt(TrafficClass.COUNT)], random);
                case 3 -> crowd.complete(random);
                case 4 -> crowd.fail(random);
                case 5 -> crowd.cancel(random);
                case 6 -> rig.pass(Duration.ofMillis(random.nextInt(20)));
                default -> gate.limit(limits -> limits.withWidth(1 + random.nextInt(WIDTH)));
            }
            assertThat(crowd.atWork()).as("seed %d step %d", seed, step).isEqualTo(gate.running());
        }
        crowd.endAll();
        assertThat(gate.running()).isZero();
        assertThat(gate.queued()).isZero();
    }

    /** Several threads; a permit returned twice would fail in the policy, one returned never would remain. */
    @Test
    void several_threads_never_exceed_the_width_and_leave_nothing_behind() {
        Gate gate = new GateRig(WIDTH, 64).gate();
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger served = new AtomicInteger();

        List<Throwable> strange = Flux.range(0, 40_000)
                .flatMap(i -> attempt(gate, i, inside, most, served), 48)
                .collectList()
                .blockOptional()
                .orElseThrow();

        assertThat(strange).isEmpty();
        await().until(() -> gate.running() == 0 && gate.queued() == 0);
        assertThat(most.get()).isBetween(2, WIDTH);
        assertThat(served.get()).isGreaterThan(1_000);
    }

    @Test
    void values_that_are_cancelled_on_their_way_are_given_back_whatever_meets() {
        Gate gate = new GateRig(WIDTH, 64).gate();
        AtomicInteger out = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        var unused = Flux.range(0, 40_000)
                .flatMap(
                        i -> Mono.usingWhen(lent(gate, i, out, most), Mono::just, Loan::close)
                                .subscribeOn(threads)
                                .timeout(Duration.ofNanos(1_000L * (i % 200)))
                                .onErrorComplete(),
                        48)
                .then()
                .block();

        await().until(() -> gate.running() == 0 && gate.queued() == 0);
        assertThat(out).hasValue(0);
        assertThat(most.get()).isLessThanOrEqualTo(WIDTH);
    }

    private Mono<Loan> lent(Gate gate, int i, AtomicInteger out, AtomicInteger most) {
        return gate.admitHolding(
                permit -> Mono.fromCallable(() -> new Loan(permit, out, most))
                        .delaySubscription(Duration.ofNanos(1_000L * (i % 100)), threads),
                Loan::close);
    }

    private Mono<Throwable> attempt(Gate gate, int i, AtomicInteger inside, AtomicInteger most, AtomicInteger served) {
        Mono<Integer> work = Mono.fromCallable(() -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    inside.decrementAndGet();
                    served.incrementAndGet();
                    return i;
                })
                .flatMap(value -> i % 7 == 0 ? Mono.error(new IllegalArgumentException("planned")) : Mono.just(value))
                .subscribeOn(threads);
        Mono<Integer> attempt = gate.admit(work).subscribeOn(threads);
        Mono<Integer> perhapsCancelled =
                i % 5 == 0 ? attempt.timeout(Duration.ofNanos(1_000L * (i % 300)), Mono.empty()) : attempt;
        return perhapsCancelled
                .<Throwable>then(Mono.empty())
                .onErrorResume(Failure.Overloaded.class, e -> Mono.empty())
                .onErrorResume(IllegalArgumentException.class, e -> Mono.empty())
                .onErrorResume(Exception.class, Mono::just);
    }

    /** Something that is out while its permit is. */
    private record Loan(Permit permit, AtomicInteger out) {

        Loan(Permit permit, AtomicInteger out, AtomicInteger most) {
            this(permit, out);
            most.accumulateAndGet(out.incrementAndGet(), Math::max);
        }

        Mono<Void> close() {
            return Mono.fromRunnable(() -> {
                out.decrementAndGet();
                permit.done();
            });
        }
    }

    /** Work that ends when and how the test says. */
    private static final class Crowd {

        private final Gate gate;
        private final List<Sinks.One<Integer>> atWork = new ArrayList<>();
        private final List<Disposable> all = new ArrayList<>();

        Crowd(Gate gate) {
            this.gate = gate;
        }

        int atWork() {
            return atWork.size();
        }

        void come(TrafficClass trafficClass, Random random) {
            Sinks.One<Integer> end = Sinks.one();
            Mono<Integer> work = Mono.defer(() -> {
                atWork.add(end);
                return end.asMono().doFinally(signal -> atWork.remove(end));
            });
            if (random.nextInt(4) == 0) {
                work = work.timeout(Duration.ofHours(1));
            }
            all.add(gate.admit(work)
                    .contextWrite(context -> WorkClass.into(context, trafficClass))
                    .subscribe(value -> {}, error -> {}));
        }

        void complete(Random random) {
            if (!atWork.isEmpty()) {
                atWork.get(random.nextInt(atWork.size())).tryEmitValue(1).orThrow();
            }
        }

        void fail(Random random) {
            if (!atWork.isEmpty()) {
                atWork.get(random.nextInt(atWork.size()))
                        .tryEmitError(new IllegalStateException("planned"))
                        .orThrow();
            }
        }

        void cancel(Random random) {
            if (!all.isEmpty()) {
                all.remove(random.nextInt(all.size())).dispose();
            }
        }

        void endAll() {
            all.forEach(Disposable::dispose);
        }
    }
}
