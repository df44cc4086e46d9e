package com.byajbook.platform.postgres;

import com.byajbook.localstack.testing.TestServers;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.ValidationDepth;
import java.net.URI;
import java.time.Duration;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** A fresh, migrated database on the real server, with the pool that services get. */
public final class PostgresFixture implements AutoCloseable {

    private final ConnectionPool pool;

    private PostgresFixture(PostgresProperties properties) {
        this.pool = new PostgresConfiguration().connectionPool(properties, Migrations.migrate(properties));
        new PoolWarmUp(pool).start();
    }

    /** With patience enough for a machine that has much else to do. */
    public static PostgresFixture fresh(String hint) {
        return new PostgresFixture(properties(hint));
    }

    /** For tests of the patience itself. */
    static PostgresFixture waitingAtMost(Duration acquireTimeout, String hint) {
        return new PostgresFixture(properties(hint, acquireTimeout));
    }

    /** Of a fresh database that is still empty. */
    static PostgresProperties properties(String hint) {
        return properties(hint, Duration.ofSeconds(10));
    }

    private static PostgresProperties properties(String hint, Duration acquireTimeout) {
        return new PostgresProperties(
                URI.create(TestServers.get().postgresUrl()),
                TestServers.freshDatabase(hint),
                new PostgresProperties.Pool(
                        8,
                        acquireTimeout,
                        50,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(5),
                        ValidationDepth.REMOTE,
                        64));
    }

    public ConnectionPool pool() {
        return pool;
    }

    public DatabaseClient database() {
        return DatabaseClient.create(pool);
    }

    public TransactionalOperator transaction() {
        return TransactionalOperator.create(new R2dbcTransactionManager(pool));
    }

    /** Rows of a table; for tests, from a thread that may block. */
    public long count(String table) {
        return database()
                .sql("select count(*) as rows from " + table)
                .map(row -> Rows.get(row, "rows", Long.class))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
