package com.byajbook.loadtests.bench.overload;

import com.byajbook.loadtests.bench.openloop.Kind;
import com.byajbook.loadtests.bench.openloop.Patience;
import com.byajbook.loadtests.bench.openloop.Tally;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the experiments of a run share. */
final class Course {
    /** A festival: people apply for loans, and some pay. */
    static final Map<Kind, Integer> FESTIVAL = Map.of(Kind.LOAN, 95, Kind.PAYMENT, 5);

    /** An ordinary evening. */
    static final Map<Kind, Integer> EVENING = Map.of(
            Kind.PAYMENT,
            10,
            Kind.PAYMENT_STATUS,
            10,
            Kind.LOAN,
            25,
            Kind.LOAN_STATUS,
            35,
            Kind.QUOTE,
            18,
            Kind.LOAN_LIST,
            2);

    /** Later than this an answer is no good: the app has given up on it in its user's eyes. */
    static final Duration PROMISE = Duration.ofSeconds(1);

    static final Duration TIMEOUT = Duration.ofSeconds(2);

    private static final double FIRST_RATE = 60;
    private static final double STEP = 1.25;
    private static final double ENOUGH = 0.95;
    private static final Duration KEEPS_UP = Duration.ofSeconds(1);
    private static final int MOST_STEPS = 25;
    private static final int SURELY_BEYOND = 2;

    private final Arena promised;
    private final Arena unprotected;
    private final Duration window;
    private final int rounds;
    private final PrintStream out;
    private double capacity;

    Course(Arena promised, Arena unprotected, Duration window, int rounds, PrintStream out) {
        this.promised = promised;
        this.unprotected = unprotected;
        this.window = window;
        this.rounds = rounds;
        this.out = out;
    }

    /** With admission. */
    Arena promised() {
        return promised;
    }

    /** The same jars without it. */
    Arena unprotected() {
        return unprotected;
    }

    Duration window() {
        return window;
    }

    int rounds() {
        return rounds;
    }

    void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }

    /** Lets both be compiled before anything is measured. */
    void warmUp() {
        new WarmUp(this).run(List.of(promised, unprotected));
    }

    /**
     * The most of the festival's mix that the platform with admission does in a second while it answers 95 % of it well and
     * its pipeline keeps up, found by stepping up. What is only accepted, to be worked on when the crowd has gone, is a debt
     * and no capacity.
     */
    double capacity() {
        if (capacity == 0) {
            capacity = search();
            say("Capacity: %.0f good answers a second", capacity);
        }
        return capacity;
    }

    private double search() {
        double best = 0;
        double rate = FIRST_RATE;
        int beyond = 0;
        for (int step = 0; step < MOST_STEPS && beyond < SURELY_BEYOND; step++) {
            Tally tally = steady(promised, rate, Duration.ofSeconds(4));
            Duration behind = promised.drain();
            say(
                    "  offered %6.0f /s   good %6.0f /s   p99 %7.1f ms   all worked off after %.1f s",
                    rate, tally.goodputPerSecond(), tally.percentileMillis(99), behind.toMillis() / 1000.0);
            boolean within = tally.total().successRatio() >= ENOUGH && behind.compareTo(KEEPS_UP) <= 0;
            best = within ? Math.max(best, tally.goodputPerSecond()) : best;
            beyond = within ? 0 : beyond + 1;
            rate *= STEP;
        }
        promised.settle();
        return best;
    }

    /** The festival's mix at a steady rate, from people who try once. */
    Tally steady(Arena arena, double perSecond, Duration length) {
        return arena.run(FESTIVAL, Patience.once(TIMEOUT), PROMISE, length, second -> perSecond);
    }

    /** A window of the festival's mix, what it cost, and then quiet. */
    Sample measured(Arena arena, double rate) {
        Sample sample = arena.sample(() -> steady(arena, rate, window));
        say(
                "  %-12s offered %6.0f /s   good %6.0f /s   refused %6d   timeouts %5d   errors %5d   p99 %7.1f ms"
                        + "   critical %.4f   worked off after %.1f s   %4.0f MB   sent late p99 %.1f ms   %s",
                arena.name(),
                rate,
                sample.goodput(),
                sample.tally().total().refusals(),
                sample.tally().total().timeouts(),
                sample.tally().total().errors(),
                sample.p99Millis(),
                sample.critical(),
                sample.behindSeconds(),
                sample.residentMegabytes(),
                sample.tally().sentLateP99Millis(),
                sample.tally().reasons());
        arena.settle();
        return sample;
    }
}
