package com.byajbook.platform.postgres;

import com.byajbook.platform.overload.admission.GateLimits;
import java.time.Duration;

/**
 * Queries that share connections, time-outs and a gate.
 *
 * @param gate the name of their gate
 * @param connections how many they have
 * @param maxQueued the most that wait for one
 * @param statementTimeout after this the server ends a statement
 * @param lockTimeout after this the server gives up a wait for a lock
 * @param firstGuess how long one keeps its connection, until the first ones were measured
 */
record QueryClass(
        String gate,
        int connections,
        int maxQueued,
        Duration statementTimeout,
        Duration lockTimeout,
        Duration firstGuess) {

    /** Every so many starts the longest waiting goes first, so that the less important never starve. */
    private static final int FLOOR_EVERY = 20;

    private static final GateLimits.Targets TARGETS = new GateLimits.Targets(
            Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofMillis(250), Duration.ofMillis(100));

    /** What a request, a consumer or a sweep cannot do without. */
    static QueryClass main(PostgresProperties.Pool pool) {
        return new QueryClass(
                "pool.main",
                pool.size(),
                pool.maxPending(),
                pool.statementTimeout(),
                pool.lockTimeout(),
                Duration.ofMillis(5));
    }

    /** Lists, history and documents. */
    static QueryClass report(PostgresProperties postgres) {
        PostgresProperties.Report report = postgres.report();
        return new QueryClass(
                "pool.report",
                postgres.reportConnections(),
                report.maxPending(),
                report.statementTimeout(),
                report.lockTimeout(),
                Duration.ofMillis(20));
    }

    /** What its gate lets in until an operator says otherwise; {@code Gates} puts in the longest appointment. */
    GateLimits limits() {
        return new GateLimits(connections, maxQueued, TARGETS, FLOOR_EVERY, Duration.ZERO);
    }
}
