package com.byajbook.loadtests.bench.overload;

import com.byajbook.loadtests.bench.openloop.Patience;
import com.byajbook.loadtests.bench.openloop.Tally;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** A short trigger, and people who retry at once: does it end when its cause ends? */
final class RetryStorm implements Experiment {
    private static final double BASE = 0.9;
    private static final double TRIGGER = 2.0;
    private static final int FROM = 5;
    private static final int TO = 10;
    private static final Duration LENGTH = Duration.ofSeconds(30);
    private static final Patience NAIVE = new Patience(Course.TIMEOUT, 3, Patience.Style.NAIVE);
    private static final double RECOVERED = 0.95;
    private static final double STEADY_FOR = 1.0;

    private final Path pictures;

    /** @param pictures the folder for its curve */
    RetryStorm(Path pictures) {
        this.pictures = pictures;
    }

    @Override
    public String name() {
        return "Retry storm: 5 s at 2x on a base of 0.9x, three naive retries";
    }

    @Override
    public List<Figure> run(Course course) {
        double capacity = course.capacity();
        DoubleUnaryOperator rate = second -> capacity * (second >= FROM && second < TO ? TRIGGER : BASE);
        Tally promised = run(course, course.promised(), rate);
        Tally bare = run(course, course.unprotected(), rate);
        Curves.overTime(
                "Five seconds at twice the capacity, on a base of 0.9, three retries at once",
                "seconds; the trigger is from 5 to 10",
                (int) LENGTH.toSeconds(),
                second -> promised.successBetween(second, second + 1),
                second -> bare.successBetween(second, second + 1),
                pictures.resolve("measured-retry-storm.svg"));
        return List.of(
                Figure.atMost("seconds from the end of the trigger to 95 % success", recovery(promised), 1.0),
                Figure.plain("  the same without admission (30 - 10 = 20 means never)", recovery(bare)),
                Figure.plain("success while the trigger lasts", promised.successBetween(FROM, TO)),
                Figure.plain("  the same without admission", bare.successBetween(FROM, TO)),
                Figure.plain("success in the five seconds after it", promised.successBetween(TO, TO + 5)),
                Figure.plain("  the same without admission", bare.successBetween(TO, TO + 5)));
    }

    private static Tally run(Course course, Arena arena, DoubleUnaryOperator rate) {
        Tally tally = arena.run(Course.FESTIVAL, NAIVE, Course.PROMISE, LENGTH, rate);
        course.say(
                "  %-12s attempts per success %.2f   recovered after %.1f s",
                arena.name(), tally.attemptsPerSuccess(), recovery(tally));
        arena.settle();
        return tally;
    }

    /** The first tenth of a second from which a whole second succeeds. */
    private static double recovery(Tally tally) {
        double last = LENGTH.toSeconds() - STEADY_FOR;
        for (double second = TO; second < last; second += Tally.BUCKET_MILLIS / 1_000.0) {
            if (tally.successBetween(second, second + STEADY_FOR) >= RECOVERED) {
                return second - TO;
            }
        }
        return LENGTH.toSeconds() - TO;
    }
}
