package com.byajbook.platform.postgres;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;

/** The connection pool and what Spring puts on top of it. */
@AutoConfiguration
@EnableConfigurationProperties(PostgresProperties.class)
public class PostgresConfiguration {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration CREATE_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration EVICT_EVERY = Duration.ofSeconds(10);
    private static final Duration IDLE_LIMIT = Duration.ofMinutes(2);

    @Bean
    Migrations migrations(PostgresProperties postgres) {
        return Migrations.migrate(postgres);
    }

    /** Asks for the migrations so that no query meets an old schema. */
    @Bean(destroyMethod = "dispose")
    ConnectionPool connectionPool(PostgresProperties postgres, Migrations migrations) {
        PostgresProperties.Pool pool = postgres.pool();
        return new ConnectionPool(ConnectionPoolConfiguration.builder(connections(postgres))
                .name(postgres.database())
                .initialSize(pool.size())
                .maxSize(pool.size())
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
                .customizer(builder -> builder.maxPendingAcquire(pool.maxPending()))
                .build());
    }

    @Bean
    PoolWarmUp poolWarmUp(ConnectionPool pool) {
        return new PoolWarmUp(pool);
    }

    private static ConnectionFactory connections(PostgresProperties postgres) {
        PostgresProperties.Pool pool = postgres.pool();
        return new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host(postgres.host())
                .port(postgres.port())
                .username(postgres.user())
                .password(postgres.password())
                .database(postgres.database())
                .applicationName("byajbook-" + postgres.database())
                .connectTimeout(CONNECT_TIMEOUT)
                .statementTimeout(pool.statementTimeout())
                .lockWaitTimeout(pool.lockTimeout())
                .preparedStatementCacheQueries(pool.preparedStatements())
                .tcpKeepAlive(true)
                .tcpNoDelay(true)
                .build());
    }

    @Bean
    ReactiveTransactionManager transactionManager(ConnectionPool pool) {
        return new R2dbcTransactionManager(pool);
    }

    @Bean
    TransactionalOperator transactionalOperator(ReactiveTransactionManager transactionManager) {
        return TransactionalOperator.create(transactionManager);
    }

    @Bean
    DatabaseClient databaseClient(ConnectionPool pool) {
        return DatabaseClient.create(pool);
    }

    @Bean
    PostgresHealth postgresHealthIndicator(DatabaseClient database) {
        return new PostgresHealth(database);
    }
}
