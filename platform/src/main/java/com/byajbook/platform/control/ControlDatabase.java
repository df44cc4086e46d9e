package com.byajbook.platform.control;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Two connections of the control plane's own: requests that starve each other never keep an operator from helping. */
final class ControlDatabase {

    private static final int SIZE = 2;
    private static final int MAX_PENDING = 50;
    private static final Duration CREATE_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration MAX_LIFETIME = Duration.ofMinutes(10);
    private static final Duration EVICT_EVERY = Duration.ofSeconds(10);

    private final ConnectionPool pool;
    private final DatabaseClient client;
    private final TransactionalOperator transaction;

    ControlDatabase(PostgresqlConnectionFactory connections, ControlProperties properties) {
        this.pool = new ConnectionPool(ConnectionPoolConfiguration.builder(connections)
                .name("control")
                .initialSize(1)
                .maxSize(SIZE)
                .maxAcquireTime(properties.acquireTimeout())
                .maxCreateConnectionTime(CREATE_TIMEOUT)
                .maxValidationTime(properties.acquireTimeout().dividedBy(2))
                .validationDepth(ValidationDepth.REMOTE)
                .acquireRetry(0)
                .maxLifeTime(MAX_LIFETIME)
                .backgroundEvictionInterval(EVICT_EVERY)
                .customizer(builder -> builder.maxPendingAcquire(MAX_PENDING))
                .build());
        this.client = DatabaseClient.create(pool);
        this.transaction = TransactionalOperator.create(new R2dbcTransactionManager(pool));
    }

    DatabaseClient client() {
        return client;
    }

    TransactionalOperator transaction() {
        return transaction;
    }

    void dispose() {
        pool.dispose();
    }
}
