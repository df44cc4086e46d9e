package com.byajbook.loadtests.bench.overload;

import com.byajbook.loadtests.bench.CpuTime;
import com.byajbook.loadtests.bench.openloop.Patience;
import com.byajbook.loadtests.bench.openloop.Tally;
import java.time.Duration;
import java.util.List;

/**
 * An ordinary evening on each platform in turn, until its compilers have little left to do: a cold service is an order of
 * magnitude slower, and its compilers take the processor from what is measured.
 */
final class WarmUp {
    private static final double PER_SECOND = 150;
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final int MOST_STEPS = 30;
    private static final double COMPILED = 0.2;

    /** Refusals and time-outs are to be compiled too, and drained. */
    private static final double CROWD_PER_SECOND = 2_500;

    private static final int CROWDS = 3;
    private static final Duration CROWD = Duration.ofSeconds(6);

    private final Course course;

    WarmUp(Course course) {
        this.course = course;
    }

    void run(List<Arena> arenas) {
        double busiest = 1;
        for (int step = 0; step < MOST_STEPS && busiest > COMPILED; step++) {
            busiest = arenas.stream().mapToDouble(this::evening).max().orElse(0);
        }
        for (int crowds = 0; crowds < CROWDS; crowds++) {
            arenas.forEach(this::crowd);
        }
        if (busiest > COMPILED) {
            course.say("  the compilers were still busy: the first figures are those of platforms that are not warm");
        }
    }

    /** The compilers' share of the processor time that the services used. */
    private double evening(Arena arena) {
        double compilers = arena.sumOfServices(CpuTime::compilerSecondsOf);
        double all = arena.sumOfServices(CpuTime::secondsOf);
        Tally tally = arena.run(Course.EVENING, Patience.once(Course.TIMEOUT), Course.PROMISE, STEP, at -> PER_SECOND);
        arena.settle();
        double share = (arena.sumOfServices(CpuTime::compilerSecondsOf) - compilers)
                / (arena.sumOfServices(CpuTime::secondsOf) - all);
        course.say(
                "  warming up %-12s offered %4.0f /s   good %4.0f /s   p99 %7.1f ms   compilers %3.0f %% of the CPU",
                arena.name(), PER_SECOND, tally.goodputPerSecond(), tally.percentileMillis(99), share * 100);
        return share;
    }

    private void crowd(Arena arena) {
        Tally tally = arena.run(
                Course.FESTIVAL, Patience.once(Course.TIMEOUT), Course.PROMISE, CROWD, second -> CROWD_PER_SECOND);
        arena.settle();
        course.say(
                "  a crowd for   %-12s offered %4.0f /s   good %4.0f /s",
                arena.name(), CROWD_PER_SECOND, tally.goodputPerSecond());
    }
}
