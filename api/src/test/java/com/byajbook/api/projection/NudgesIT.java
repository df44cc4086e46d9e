package com.byajbook.api.projection;

import com.byajbook.localstack.testing.TestServers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.util.retry.Retry;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NudgesIT {
    private static final int STREAMS = 4000;
    private static final int CHANNELS = 7;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    private final RedisLink redis = new RedisLink(
            new RedisProperties(TestServers.get().redisUrl(), Duration.ofSeconds(5), Duration.ofSeconds(5), STREAMS));
    private final Nudges nudges = new Nudges(redis);

    @BeforeAll
    void connect() {
        redis.start();
        StepVerifier.create(redis.channels().retryWhen(Retry.fixedDelay(200, Duration.ofMillis(50))))
                .expectNextCount(1)
                .expectComplete()
                .verify(LONG_ENOUGH);
    }

    @AfterAll
    void stop() {
        redis.stop();
    }

    /** On several threads that must not block: each join and leave writes to the one connection. */
    @Test
    void each_listener_gets_its_first_nudge_however_many_come_and_go_at_once() {
        AtomicInteger next = new AtomicInteger();
        Flux<String> first = Flux.range(0, STREAMS)
                .parallel(4)
                .runOn(Schedulers.parallel())
                .flatMap(stream -> nudges.in("channel-" + next.incrementAndGet() % CHANNELS)
                        .next())
                .sequential();

        StepVerifier.create(first).expectNextCount(STREAMS).expectComplete().verify(LONG_ENOUGH);
    }
}
