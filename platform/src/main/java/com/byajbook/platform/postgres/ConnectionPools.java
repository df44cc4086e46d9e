package com.byajbook.platform.postgres;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;

/** Builds pools. */
final class ConnectionPools {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration CREATE_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration EVICT_EVERY = Duration.ofSeconds(10);
    private static final Duration IDLE_LIMIT = Duration.ofMinutes(2);

    private final PostgresProperties postgres;

    ConnectionPools(PostgresProperties postgres) {
        this.postgres = postgres;
    }

    /** A pool in which everything has a bound. */
    ConnectionPool bounded(QueryClass queries) {
        PostgresProperties.Pool pool = postgres.pool();
        return new ConnectionPool(ConnectionPoolConfiguration.builder(connections(queries))
                .name(postgres.database() + "." + queries.gate())
                .initialSize(queries.connections())
                .maxSize(queries.connections())
                .maxAcquireTime(pool.acquireTimeout())
                .maxCreateConnectionTime(CREATE_TIMEOUT)
                // Smaller than the acquire time, or a hung connection costs its caller the whole wait.
                .maxValidationTime(pool.acquireTimeout().dividedBy(2))
                .validationDepth(pool.validation())
                // A retry would double the promised wait.
                .acquireRetry(0)
                .maxLifeTime(pool.maxLifetime())
                .maxIdleTime(IDLE_LIMIT)
                .backgroundEvictionInterval(EVICT_EVERY)
                .customizer(builder -> builder.maxPendingAcquire(queries.maxQueued()))
                .build());
    }

    /**
     * One pool for all queries as a framework makes it: no time-outs at the server, no bound of those who wait. Not for
     * production: it is what a load test compares with.
     */
    ConnectionPool unbounded(int connections) {
        return new ConnectionPool(ConnectionPoolConfiguration.builder(
                        new PostgresqlConnectionFactory(login("-unprotected").build()))
                .name(postgres.database() + ".unprotected")
                .initialSize(connections)
                .maxSize(connections)
                .build());
    }

    private ConnectionFactory connections(QueryClass queries) {
        return new PostgresqlConnectionFactory(login("-" + queries.gate())
                .statementTimeout(queries.statementTimeout())
                .lockWaitTimeout(queries.lockTimeout())
                .preparedStatementCacheQueries(postgres.pool().preparedStatements())
                .tcpKeepAlive(true)
                .tcpNoDelay(true)
                .build());
    }

    private PostgresqlConnectionConfiguration.Builder login(String purpose) {
        return PostgresqlConnectionConfiguration.builder()
                .host(postgres.host())
                .port(postgres.port())
                .username(postgres.user())
                .password(postgres.password())
                .database(postgres.database())
                .applicationName("byajbook-" + postgres.database() + purpose)
                .connectTimeout(CONNECT_TIMEOUT);
    }
}
