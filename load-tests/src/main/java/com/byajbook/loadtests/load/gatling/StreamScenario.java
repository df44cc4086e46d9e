package com.byajbook.loadtests.load.gatling;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.sse;

import com.byajbook.loadtests.load.live.Watchers;
import com.byajbook.loadtests.load.live.Watchers.Watcher;
import io.gatling.http.action.sse.SseInboundMessage;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** People who watch: their stream is cut every few seconds, and they come back with the id of the last event that they have seen. */
final class StreamScenario {
    /** Messages that one stream may bring between two cuts. */
    static final int MOST_MESSAGES = 1_000;

    private static final String WATCHER = "watcher";
    private static final Duration SHORTEST = Duration.ofMillis(1_500);
    private static final Duration LONGEST = Duration.ofMillis(3_500);
    private static final Duration AWAY = Duration.ofMillis(200);

    private final Watchers watchers;
    private final int seconds;

    StreamScenario(Watchers watchers, int seconds) {
        this.watchers = watchers;
        this.seconds = seconds;
    }

    ScenarioBuilder build() {
        AtomicLong end = new AtomicLong(Long.MAX_VALUE);
        return scenario("watchers")
                .exec(session -> {
                    end.compareAndSet(Long.MAX_VALUE, System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds));
                    return session.set(WATCHER, watchers.next());
                })
                .exec(asLongAs(session -> System.nanoTime() - end.get() < 0).on(watchForAWhile()));
    }

    private static ChainBuilder watchForAWhile() {
        return exec(sse("GET /v1/events")
                        .get("/v1/events")
                        .header("Authorization", session -> watcher(session).authorization())
                        .header("Last-Event-ID", session -> watcher(session).lastId()))
                .exec(pause(SHORTEST, LONGEST))
                .exec(sse.processUnmatchedMessages((messages, session) -> {
                    watcher(session)
                            .sees(messages.stream()
                                    .map(SseInboundMessage::message)
                                    .toList());
                    return session;
                }))
                .exec(sse("cut").close())
                .exec(pause(AWAY))
                .exec(Session::markAsSucceeded);
    }

    private static Watcher watcher(Session session) {
        return Objects.requireNonNull(session.<Watcher>get(WATCHER));
    }
}
