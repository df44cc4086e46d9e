package com.byajbook.platform.postgres;

import com.byajbook.localstack.testing.TestServers;
import com.byajbook.platform.deadline.MissedDeadlines;
import com.byajbook.platform.overload.gate.OverloadProperties.Mode;
import com.byajbook.platform.overload.gate.TestGates;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.ValidationDepth;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** A fresh, migrated database on the real server, with the pools and gates that services get. */
public final class PostgresFixture implements AutoCloseable {

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final QueryPools pools;

    private PostgresFixture(PostgresProperties properties, Mode mode) {
        Migrations.migrate(properties);
        this.pools =
                new QueryPools(properties, TestGates.in(mode, meters), new MissedDeadlines(Clock.systemUTC(), meters));
        new PoolWarmUp(pools.pools()).start();
    }

    /** With patience enough for a machine that has much else to do. */
    public static PostgresFixture fresh(String hint) {
        return new PostgresFixture(properties(hint), Mode.PROTECTED);
    }

    /** For tests of the pool's own bounds. */
    static PostgresFixture waitingAtMost(Duration acquireTimeout, String hint) {
        return new PostgresFixture(properties(hint, acquireTimeout), Mode.PROTECTED);
    }

    /** As services are that have no admission. */
    static PostgresFixture unprotected(String hint) {
        return new PostgresFixture(properties(hint), Mode.UNPROTECTED);
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
                        64),
                new PostgresProperties.Report(1, 50, Duration.ofSeconds(1), Duration.ofMillis(500)));
    }

    /** The pool behind the gate. */
    public ConnectionPool pool() {
        return pools.pools().get(0);
    }

    QueryPools pools() {
        return pools;
    }

    MeterRegistry meters() {
        return meters;
    }

    /** What a service asks reports with. */
    DatabaseClient reports() {
        return DatabaseClient.create(pools.report());
    }

    /** The same with something around their connections. */
    public DatabaseClient reportsBehind(ReportDecorator decorator) {
        return DatabaseClient.create(pools.report().with(decorator));
    }

    /** Report connections that are out. */
    public int reportsAtWork() {
        return pools.report().gate().running();
    }

    public DatabaseClient database() {
        return DatabaseClient.create(pools.main());
    }

    public TransactionalOperator transaction() {
        return TransactionalOperator.create(new R2dbcTransactionManager(pools.main()));
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
        pools.dispose();
    }
}
