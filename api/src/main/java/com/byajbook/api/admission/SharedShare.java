package com.byajbook.api.admission;

import com.byajbook.api.projection.SharedRates;
import com.byajbook.platform.overload.fairness.UserLimits;
import com.byajbook.platform.overload.fairness.Visit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import reactor.core.publisher.Mono;

/**
 * What all replicas together have given a user. Only about those is asked who have taken much here; when Redis does not
 * answer, what this replica knows counts, and for a moment nobody is asked about.
 */
final class SharedShare {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SharedRates rates;
    private final Duration timeout;
    private final LongSupplier nanoClock;
    private final AtomicLong silentUntil;
    private final Counter bypassed;

    SharedShare(SharedRates rates, Duration timeout, LongSupplier nanoClock, MeterRegistry registry) {
        this.rates = rates;
        this.timeout = timeout;
        this.nanoClock = nanoClock;
        this.silentUntil = new AtomicLong(nanoClock.getAsLong());
        this.bypassed = Counter.builder("byajbook.users.shared.bypassed")
                .description("Questions about a user's share that Redis did not answer in time")
                .register(registry);
    }

    /** How long the user has to wait by what all replicas gave; zero for not at all, or not known. */
    Mono<Duration> waitFor(String user, Visit visit) {
        return Mono.defer(() -> {
            long now = nanoClock.getAsLong();
            int requests = now < silentUntil.get() ? 0 : visit.report(now);
            return requests == 0 ? Mono.just(Duration.ZERO) : ask(user, requests, visit.limits());
        });
    }

    private Mono<Duration> ask(String user, int requests, UserLimits limits) {
        return rates.take(user, requests, limits.ratePerSecond(), limits.burst())
                .timeout(timeout)
                .onErrorResume(Exception.class, away -> {
                    bypassed.increment();
                    silentUntil.set(nanoClock.getAsLong() + PAUSE.toNanos());
                    return Mono.just(Duration.ZERO);
                });
    }
}
