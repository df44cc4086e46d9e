package com.byajbook.platform.remote;

import com.byajbook.platform.deadline.Deadline;
import com.byajbook.platform.overload.retry.Backoff;
import com.byajbook.platform.overload.retry.RetryBudget;
import com.byajbook.platform.problem.Failure;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** The one layer that makes calls twice: those that may be, within their deadline, out of the process's budget. */
final class Repeats {

    private static final int MOST = 2;
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(30), Duration.ofMillis(200));
    private static final Duration ANY = Duration.ofDays(1);

    private final RetryBudget budget;
    private final Clock clock;
    private final MeterRegistry meters;

    Repeats(RetryBudget budget, Clock clock, MeterRegistry meters) {
        this.budget = budget;
        this.clock = clock;
        this.meters = meters;
    }

    /** The call, and perhaps again; a refusal, a breaker that is open and a time-out are final. */
    <T> Mono<T> repeated(String remote, Mono<T> call) {
        return Mono.deferContextual(context -> {
            budget.called();
            return call.retryWhen(until(remote, Deadline.of(context)));
        });
    }

    private Retry until(String remote, Deadline deadline) {
        return Retry.from(failures -> failures.concatMap(signal -> again(remote, signal, deadline)));
    }

    private Mono<Long> again(String remote, Retry.RetrySignal signal, Deadline deadline) {
        Duration pause =
                BACKOFF.pause(signal.totalRetries(), ThreadLocalRandom.current().nextDouble());
        if (signal.totalRetries() >= MOST || !mayPass(signal.failure())) {
            return Mono.error(signal.failure());
        }
        if (deadline.remaining(clock.instant(), ANY).compareTo(pause) <= 0) {
            return refused(remote, "no-time", signal);
        }
        if (!budget.spend()) {
            return refused(remote, "no-budget", signal);
        }
        count(remote, "retried");
        return Mono.delay(pause);
    }

    private Mono<Long> refused(String remote, String why, Retry.RetrySignal signal) {
        count(remote, why);
        return Mono.error(signal.failure());
    }

    /** A slow service is not helped by a second question, and an open breaker has asked for silence. */
    private static boolean mayPass(Throwable failure) {
        return failure instanceof Failure.DependencyUnavailable
                && !(failure.getCause() instanceof CallNotPermittedException);
    }

    private void count(String remote, String outcome) {
        meters.counter("byajbook.remote.retries", "remote", remote, "outcome", outcome)
                .increment();
    }
}
