package com.byajbook.platform.postgres;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.time.Duration;

/** Connections to the service's database outside of the pool that serves requests. */
public final class PostgresConnections {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final int PREPARED_STATEMENTS = 32;

    private PostgresConnections() {}

    /**
     * Opens connections that are the caller's to bound and to close.
     *
     * @param purpose stands behind the database's name in {@code pg_stat_activity}
     * @param statementTimeout after this the server ends a statement
     * @param lockTimeout after this the server gives up a wait for a lock
     */
    public static PostgresqlConnectionFactory apart(
            PostgresProperties postgres, String purpose, Duration statementTimeout, Duration lockTimeout) {
        return new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host(postgres.host())
                .port(postgres.port())
                .username(postgres.user())
                .password(postgres.password())
                .database(postgres.database())
                .applicationName("byajbook-" + postgres.database() + "-" + purpose)
                .connectTimeout(CONNECT_TIMEOUT)
                .statementTimeout(statementTimeout)
                .lockWaitTimeout(lockTimeout)
                .preparedStatementCacheQueries(PREPARED_STATEMENTS)
                .tcpKeepAlive(true)
                .tcpNoDelay(true)
                .build());
    }
}
