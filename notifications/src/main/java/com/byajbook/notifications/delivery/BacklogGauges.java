package com.byajbook.notifications.delivery;

import com.byajbook.platform.postgres.Rows;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How many messages have not left yet and how long the oldest has waited, measured every few seconds for those who watch. */
@Component
class BacklogGauges {

    /** Through the partial indexes: finished messages are not touched. */
    private static final String MEASURE = """
            select count(*) filter (where state = 'PENDING') as pending,
                   count(*) filter (where state = 'WAITING') as waiting,
                   min(created_at) filter (where state = 'PENDING') as oldest
              from notification
             where state = 'PENDING' or state = 'WAITING'
            """;

    private final DatabaseClient database;
    private final Clock clock;
    private volatile Backlog last = new Backlog(0, 0, null);

    BacklogGauges(DatabaseClient database, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.clock = clock;
        meters.gauge("byajbook.delivery.pending", this, gauges -> gauges.last.pending());
        meters.gauge("byajbook.delivery.waiting", this, gauges -> gauges.last.waiting());
        meters.gauge("byajbook.delivery.oldest.seconds", this, BacklogGauges::oldestSeconds);
    }

    private record Backlog(
            long pending, long waiting, @Nullable Instant oldest) {}

    /** Answers with the number of messages that have not left. */
    Mono<Long> measure() {
        return database.sql(MEASURE)
                .map(row -> new Backlog(
                        Rows.get(row, "pending", Long.class),
                        Rows.get(row, "waiting", Long.class),
                        row.get("oldest", Instant.class)))
                .one()
                .doOnNext(measured -> last = measured)
                .map(measured -> measured.pending() + measured.waiting());
    }

    private double oldestSeconds() {
        Instant oldest = last.oldest();
        return oldest == null
                ? 0
                : (double) Duration.between(oldest, clock.instant()).toMillis() / TimeUnit.SECONDS.toMillis(1);
    }
}
