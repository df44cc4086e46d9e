package com.byajbook.platform.remote;

import com.byajbook.platform.problem.Failure;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowSynchronizationStrategy;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Builds the breaker of a called service: it opens when too many of the last calls failed or were slow. */
final class Breakers {

    private static final int WINDOW = 50;
    private static final int MIN_CALLS = 10;
    private static final int TRIAL_CALLS = 5;
    private static final Duration MAX_TRIAL = Duration.ofSeconds(5);

    private Breakers() {}

    static CircuitBreaker breaker(String name, RemoteProperties.Remote remote) {
        return CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(WINDOW)
                        // The default parks a thread that finds the window's lock taken, and that is an event loop.
                        .slidingWindowSynchronizationStrategy(SlidingWindowSynchronizationStrategy.LOCK_FREE)
                        .minimumNumberOfCalls(MIN_CALLS)
                        .failureRateThreshold(remote.failureRatePct())
                        .slowCallRateThreshold(remote.failureRatePct())
                        .slowCallDurationThreshold(remote.slowCall())
                        .waitDurationInOpenState(remote.openFor())
                        .permittedNumberOfCallsInHalfOpenState(TRIAL_CALLS)
                        .maxWaitDurationInHalfOpenState(MAX_TRIAL)
                        .recordException(e -> e instanceof TimeoutException || RemoteService.isOutage(e))
                        .ignoreException(Breakers::saysNothing)
                        .build());
    }

    /** Its owner sheds load in good health, or the caller gave less time than a healthy service may take. */
    private static boolean saysNothing(Throwable error) {
        return error instanceof Failure.Overloaded || error instanceof Failure.DeadlinePassed;
    }
}
