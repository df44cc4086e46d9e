package com.byajbook.loadtests.bench.dayend;

import com.byajbook.loadtests.bench.BenchStack;
import com.byajbook.loadtests.bench.CpuTime;
import com.byajbook.loadtests.harness.HarnessException;
import com.byajbook.loadtests.harness.SingleService;
import com.byajbook.loadtests.harness.SqlDatabase;
import com.byajbook.localstack.processes.ResidentMemory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Watches days end, from outside: when each is done, what it cost, and how much memory the service holds meanwhile. */
final class DayEndWatch {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long POLL_MILLIS = 100;

    private final BenchStack stack;
    private final SqlDatabase database;
    private final SingleService service;
    private final List<Long> memory = new ArrayList<>();

    DayEndWatch(BenchStack stack, SqlDatabase database, SingleService service) {
        this.stack = stack;
        this.database = database;
        this.service = service;
    }

    /**
     * A day that ended.
     *
     * @param seconds from the end of the day before it
     * @param serviceCpu seconds of the service's processor time
     * @param postgresCpu the same of PostgreSQL
     */
    record Day(int number, double seconds, double serviceCpu, double postgresCpu) {}

    /** Waits for one more day to be done than there are. */
    Day next() {
        int before = done();
        long began = System.nanoTime();
        double serviceCpu = CpuTime.secondsOf(service.process().pid());
        double postgresCpu = stack.postgresCpuSeconds();
        while (done() == before) {
            pause(began);
        }
        return new Day(
                before + 1,
                (System.nanoTime() - began) / 1e9,
                CpuTime.secondsOf(service.process().pid()) - serviceCpu,
                stack.postgresCpuSeconds() - postgresCpu);
    }

    /** Waits until a day is under way and not done. */
    void awaitSomeOfADay(int loans) {
        long began = System.nanoTime();
        while (database.count(
                        "select count(*) from day_end_run where state = 'RUNNING' and looked between ? and ?",
                        (long) loans / 4,
                        (long) loans * 3 / 4)
                == 0) {
            pause(began);
        }
    }

    /** Days that this benchmark saw end. */
    int done() {
        return DaysEnded.count(database);
    }

    /** Megabytes that the service held, at the least and at the most, since the watch began. */
    List<Long> memoryRange() {
        return memory.isEmpty()
                ? List.of(0L, 0L)
                : List.of(
                        memory.stream().mapToLong(Long::longValue).min().orElse(0) / 1_000_000,
                        memory.stream().mapToLong(Long::longValue).max().orElse(0) / 1_000_000);
    }

    private void pause(long began) {
        if (System.nanoTime() - began > PATIENCE.toNanos()) {
            throw new HarnessException("No day ended within " + PATIENCE.toMinutes()
                    + " minutes; the service's log in load-tests/target/bench says why");
        }
        memory.add(ResidentMemory.bytesOf(service.process().pid()));
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HarnessException("interrupted", e);
        }
    }
}
