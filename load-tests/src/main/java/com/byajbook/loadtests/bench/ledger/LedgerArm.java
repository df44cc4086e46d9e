package com.byajbook.loadtests.bench.ledger;

import com.byajbook.loadtests.bench.Arm;
import com.byajbook.loadtests.bench.CpuTime;
import com.byajbook.loadtests.harness.HarnessException;
import com.byajbook.loadtests.harness.SingleService;
import com.byajbook.loadtests.harness.SqlDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/** The ledger as a consumer uses it: batches, some at a time, each one transaction. The times are those of batches. */
final class LedgerArm implements Arm {
    private static final long LONGEST_MICROS = 60_000_000;

    private final SingleService service;
    private final LedgerClient client;
    private final SqlDatabase database;
    private final Transfers.Kind kind;
    private final Load load;
    private final ExecutorService threads;
    private final AtomicLong acknowledged = new AtomicLong();
    private final long storedBefore;

    /**
     * How much is asked at a time.
     *
     * @param batch transfers of one transaction
     * @param lanes batches at once
     */
    record Load(int wallets, int batch, int lanes) {}

    LedgerArm(SingleService service, LedgerClient client, SqlDatabase database, Transfers.Kind kind, Load load) {
        this.service = service;
        this.client = client;
        this.database = database;
        this.kind = kind;
        this.load = load;
        this.threads = Executors.newFixedThreadPool(load.lanes());
        this.storedBefore = rows();
    }

    @Override
    public String name() {
        return "ledger, " + kind.words();
    }

    @Override
    public Work run(Duration window) {
        long end = System.nanoTime() + window.toNanos();
        List<Future<Lane>> lanes = IntStream.range(0, load.lanes())
                .mapToObj(lane -> threads.submit(() -> bookUntil(end)))
                .toList();
        Histogram all = new Histogram(LONGEST_MICROS, 3);
        long booked = 0;
        try {
            for (Future<Lane> lane : lanes) {
                all.add(lane.get().latency());
                booked += lane.get().booked();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HarnessException("interrupted", e);
        } catch (ExecutionException e) {
            throw new HarnessException("A batch failed", e.getCause());
        }
        return new Work(booked, 0, window.toNanos() / 1e9, all);
    }

    /** A batch that ends after the window counts as stored, and not as done within it. */
    private Lane bookUntil(long end) {
        Transfers transfers = new Transfers(kind, load.wallets());
        Histogram latency = new Histogram(LONGEST_MICROS, 3);
        long within = 0;
        for (long began = System.nanoTime(); began < end; began = System.nanoTime()) {
            long booked = client.book(transfers.batch(load.batch()));
            acknowledged.addAndGet(booked);
            if (System.nanoTime() < end) {
                within += booked;
                latency.recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - began) / 1_000));
            }
        }
        return new Lane(within, latency);
    }

    @Override
    public void settle() {
        // A batch is committed when it is answered.
    }

    @Override
    public double serviceCpuSeconds() {
        return CpuTime.secondsOf(service.process().pid());
    }

    @Override
    public long acknowledged() {
        return acknowledged.get();
    }

    @Override
    public long stored() {
        return rows() - storedBefore;
    }

    private long rows() {
        return database.count("select count(*) from ledger_transaction where purpose = ?", kind.purpose());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private record Lane(long booked, Histogram latency) {}
}
