package com.byajbook.loadtests.bench.overload;

import com.byajbook.loadtests.bench.openloop.Kind;
import com.byajbook.loadtests.bench.openloop.Patience;
import com.byajbook.loadtests.bench.openloop.Tally;
import com.byajbook.loadtests.client.OpsApi;
import com.byajbook.loadtests.load.trouble.LockedLoanTable;
import com.byajbook.loadtests.load.trouble.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Some queries take five seconds; then the loan table is locked for ten. Who does not need them shall not notice. */
final class SlowQueries implements Experiment {
    private static final double LOAD = 0.6;
    private static final int ALL_PERCENT = 100;
    private static final Duration LOCKED = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "Slow queries: 2 % of all requests take 5 s; then the loan table is locked for 10 s";
    }

    @Override
    public List<Figure> run(Course course) {
        double rate = LOAD * course.capacity();
        List<Double> goodput = new ArrayList<>();
        List<Double> p99 = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int round = 0; round < course.rounds(); round++) {
            Tally quiet = evening(course, course.promised(), rate);
            Tally slow = withSlowLists(course, course.promised(), rate);
            goodput.add(others(slow) / others(quiet));
            p99.add(othersP99(slow) / othersP99(quiet));
            Tally bareQuiet = evening(course, course.unprotected(), rate);
            Tally bareSlow = withSlowLists(course, course.unprotected(), rate);
            bare.add(others(bareSlow) / others(bareQuiet));
        }
        Tally locked = whileLocked(course, course.promised(), rate);
        Tally bareLocked = whileLocked(course, course.unprotected(), rate);
        return List.of(
                Figure.atLeast("goodput of all others with 2 % slow / without", Medians.of(goodput), 0.99),
                Figure.plain("  the same without admission", Medians.of(bare)),
                Figure.atMost("p99 of all others with 2 % slow / without", Medians.of(p99), 1.5),
                Figure.atLeast("payments while the loan table is locked", payments(locked), 0.99),
                Figure.plain("  the same without admission", payments(bareLocked)),
                Figure.atLeast("applications accepted while it is locked", loans(locked), 0.99),
                Figure.plain("  the same without admission", loans(bareLocked)));
    }

    private static Tally evening(Course course, Arena arena, double rate) {
        Tally tally = arena.run(
                Course.EVENING, Patience.once(Course.TIMEOUT), Course.PROMISE, course.window(), second -> rate);
        course.say(
                "  %-12s others %.4f   lists %.4f   p99 of others %.1f ms   %s",
                arena.name(),
                others(tally),
                tally.of(Kind.LOAN_LIST).successRatio(),
                othersP99(tally),
                tally.reasons());
        arena.settle();
        return tally;
    }

    private static Tally withSlowLists(Course course, Arena arena, double rate) {
        OpsApi ops = new OpsApi(arena.platform().ops());
        ops.setLimit("loan-engine", "test.slow-report-pct", ALL_PERCENT, "bench: every list takes 5 s");
        try {
            return evening(course, arena, rate);
        } finally {
            ops.setLimit("loan-engine", "test.slow-report-pct", 0, "bench: over");
        }
    }

    private static Tally whileLocked(Course course, Arena arena, double rate) {
        Trouble.Ongoing lock = new LockedLoanTable().begin(arena.platform());
        try {
            Tally tally =
                    arena.run(Course.EVENING, Patience.once(Course.TIMEOUT), Course.PROMISE, LOCKED, second -> rate);
            course.say(
                    "  %-12s locked: payments %.4f   applications %.4f", arena.name(), payments(tally), loans(tally));
            return tally;
        } finally {
            lock.close();
            arena.settle();
        }
    }

    private static double othersP99(Tally tally) {
        return tally.percentileMillisWithout(Kind.LOAN_LIST, 99);
    }

    private static double others(Tally tally) {
        long due = 0;
        long good = 0;
        for (var entry : tally.kinds().entrySet()) {
            if (entry.getKey() != Kind.LOAN_LIST) {
                due += entry.getValue().due();
                good += entry.getValue().good();
            }
        }
        return (double) good / due;
    }

    private static double payments(Tally tally) {
        return tally.of(Kind.PAYMENT).successRatio();
    }

    private static double loans(Tally tally) {
        return tally.of(Kind.LOAN).successRatio();
    }
}
