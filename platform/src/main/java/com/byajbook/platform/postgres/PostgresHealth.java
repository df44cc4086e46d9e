package com.byajbook.platform.postgres;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Whether the service's database answers within a second. */
final class PostgresHealth implements ReactiveHealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final DatabaseClient database;

    PostgresHealth(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Health> health() {
        return database.sql("select 1")
                .mapValue(Integer.class)
                .one()
                .timeout(PATIENCE)
                .map(one -> Health.up().build())
                .onErrorResume(Exception.class, e -> Mono.just(Health.down(e).build()));
    }
}
