package com.byajbook.loadtests.bench;

import com.byajbook.loadtests.harness.HarnessException;
import com.byajbook.loadtests.harness.SqlDatabase;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;
import org.postgresql.PGStatement;

/**
 * What pgbench would do: prepared single inserts, each its own transaction, over a fixed number of connections, into a table of the same
 * shape. No HTTP, no outbox: the most that one commit a request could ever reach on this server.
 */
final class RawInsertArm implements Arm {
    private static final String CREATE = "create table if not exists raw_intake (like intake including all)";
    private static final String INSERT = """
            insert into raw_intake (id, actor, operation, idempotency_key, body_hash, body, accepted_at)
            values (?, ?, 'apply-for-loan', ?, ?, ?, ?)
            """;
    private static final String BODY =
            "{\"amountPaise\":5000000,\"purpose\":\"Stock for the shop before Diwali\",\"tenureMonths\":12}";
    private static final int HASH_BYTES = 32;
    private static final long LONGEST_MICROS = 60_000_000;

    private final SqlDatabase database;
    private final int connections;
    private final ExecutorService threads;
    private final List<Connection> open = new ArrayList<>();
    private long acknowledged;

    RawInsertArm(SqlDatabase database, int connections) {
        this.database = database;
        this.connections = connections;
        this.threads = Executors.newFixedThreadPool(connections);
        database.execute(CREATE);
        try {
            for (int i = 0; i < connections; i++) {
                open.add(database.connect());
            }
        } catch (SQLException e) {
            throw new HarnessException("No connection for the raw inserts", e);
        }
    }

    @Override
    public String name() {
        return "raw single inserts, " + connections + " connections";
    }

    @Override
    public Work run(Duration window) {
        long end = System.nanoTime() + window.toNanos();
        List<Future<Histogram>> inserting = open.stream()
                .map(connection -> threads.submit(() -> insertUntil(connection, end)))
                .toList();
        Histogram all = new Histogram(LONGEST_MICROS, 3);
        try {
            for (Future<Histogram> one : inserting) {
                all.add(one.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HarnessException("interrupted", e);
        } catch (ExecutionException e) {
            throw new HarnessException("A raw insert failed", e.getCause());
        }
        acknowledged += all.getTotalCount();
        return new Work(all.getTotalCount(), 0, window.toNanos() / 1e9, all);
    }

    private static Histogram insertUntil(Connection connection, long end) throws SQLException {
        Histogram latency = new Histogram(LONGEST_MICROS, 3);
        Random random = new Random(new SecureRandom().nextLong());
        byte[] hash = new byte[HASH_BYTES];
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.unwrap(PGStatement.class).setPrepareThreshold(1);
            for (long began = System.nanoTime(); began < end; began = System.nanoTime()) {
                random.nextBytes(hash);
                UUID id = new UUID(random.nextLong(), random.nextLong());
                insert.setObject(1, id);
                insert.setObject(2, new UUID(random.nextLong(), random.nextLong()));
                insert.setString(3, id.toString());
                insert.setBytes(4, hash);
                insert.setString(5, BODY);
                insert.setTimestamp(6, new Timestamp(System.currentTimeMillis()));
                int rows = insert.executeUpdate();
                assert rows == 1;
                latency.recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - began) / 1_000));
            }
        }
        return latency;
    }

    @Override
    public void settle() {
        // Its work is over when it returns.
    }

    @Override
    public double serviceCpuSeconds() {
        return 0;
    }

    @Override
    public long acknowledged() {
        return acknowledged;
    }

    @Override
    public long stored() {
        return database.count("select count(*) from raw_intake");
    }

    @Override
    public void close() {
        threads.shutdownNow();
        for (Connection connection : open) {
            try {
                connection.close();
            } catch (SQLException gone) {
                System.err.println("A connection did not close: " + gone.getMessage());
            }
        }
    }
}
