package com.byajbook.loadtests.bench.dayend;

import com.byajbook.loadtests.bench.BenchStack;
import com.byajbook.loadtests.harness.HarnessException;
import com.byajbook.loadtests.harness.Service;
import com.byajbook.loadtests.harness.SingleService;
import com.byajbook.loadtests.harness.SqlDatabase;
import com.byajbook.localstack.servers.StackHome;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench day-end}: loans a second that a day's end goes through, and what a kill in the middle of it costs. */
@Command(
        name = "day-end",
        description = {
            "Ends several days of 100,000 loans in service, one after the other, and says how many loans a second that is,",
            "what it costs in processor time and memory, and that a kill -9 in the middle of a day loses and doubles nothing."
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class DayEndBenchCommand implements Callable<Integer> {
    private static final int FEWEST = 10_000;

    @Option(names = "--loans", description = "Loans in service.")
    private int loans = 100_000;

    @Option(names = "--in-arrears", description = "Per cent of them in arrears.")
    private int inArrears = 10;

    @Option(names = "--days", description = "Days that end; the service is killed in the middle of one of them.")
    private int days = 6;

    @Override
    public Integer call() {
        if (loans < FEWEST || inArrears < 0 || inArrears > 100 || days < 3 || days > 30) {
            throw new HarnessException("Nothing was measured: --loans must be at least " + FEWEST
                    + ", so that a day can be caught in its middle, --in-arrears 0 to 100, --days 3 to 30.");
        }
        PrintStream out = System.out;
        out.println("Starting a PostgreSQL, RabbitMQ and Redis for the benchmark alone");
        try (BenchStack stack = BenchStack.start()) {
            String name = stack.freshDatabase("bench_day_end");
            SqlDatabase database = stack.database(name);
            out.println("Starting loan-engine, for its tables");
            start(stack, name, false).close();
            out.println("Filling them with " + loans + " loans, " + inArrears + " % of them in arrears");
            LoansInService.fill(database, loans, inArrears, days);
            measure(stack, name, database, out);
        }
        return 0;
    }

    private void measure(BenchStack stack, String name, SqlDatabase database, PrintStream out) {
        List<DayEndWatch.Day> whole = new ArrayList<>();
        out.println("Ending " + days + " days; nothing else is asked of the service meanwhile");
        List<Long> memory;
        try (SingleService service = start(stack, name, true)) {
            DayEndWatch watch = new DayEndWatch(stack, database, service);
            while (watch.done() < days / 2) {
                whole.add(tell(watch.next(), out));
            }
            memory = watch.memoryRange();
            watch.awaitSomeOfADay(loans);
            out.println("  kill -9 in the middle of day " + (watch.done() + 1));
            service.process().kill();
        }
        try (SingleService service = start(stack, name, true)) {
            DayEndWatch watch = new DayEndWatch(stack, database, service);
            while (watch.done() < days) {
                DayEndWatch.Day day = tell(watch.next(), out);
                if (day.number() > days / 2 + 1) {
                    whole.add(day);
                }
            }
        }
        verify(database, out);
        report(whole, memory, out);
    }

    private DayEndWatch.Day tell(DayEndWatch.Day day, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "  day %d in %.1f s, %.0f loans/s; CPU per 1,000 loans: service %.1f ms, PostgreSQL %.1f ms%n",
                day.number(),
                day.seconds(),
                loans / day.seconds(),
                day.serviceCpu() * 1e6 / loans,
                day.postgresCpu() * 1e6 / loans);
        return day;
    }

    private void verify(SqlDatabase database, PrintStream out) {
        long late = DaysEnded.verify(database, loans, inArrears, days);
        out.println("Verified: each day went through each of " + loans + " loans once, and charged each of " + late
                + " in arrears once, the day with the kill included");
    }

    private void report(List<DayEndWatch.Day> whole, List<Long> memory, PrintStream out) {
        List<Double> rates =
                whole.stream().map(day -> loans / day.seconds()).sorted().toList();
        out.printf(
                Locale.ROOT,
                "loans a second, median of %d whole days: %.0f (%.0f to %.0f); memory of the service %d to %d MB%n",
                rates.size(),
                rates.get(rates.size() / 2),
                rates.get(0),
                rates.get(rates.size() - 1),
                memory.get(0),
                memory.get(1));
    }

    private SingleService start(BenchStack stack, String database, boolean ending) {
        Path folder =
                StackHome.findRoot().resolve("load-tests").resolve("target").resolve("bench");
        return SingleService.start(
                Service.LOAN_ENGINE,
                new SingleService.Settings(
                        stack.postgresUrl(),
                        database,
                        stack.rabbitUrl(),
                        database + ".",
                        stack.redisUrl(),
                        "local",
                        List.of("-Xmx256m", "-Xms256m"),
                        Map.of(
                                "byajbook.servicing.day-end.enabled",
                                Boolean.toString(ending),
                                "byajbook.servicing.day-end.every",
                                "1s"),
                        folder.resolve("day-end.log")));
    }
}
