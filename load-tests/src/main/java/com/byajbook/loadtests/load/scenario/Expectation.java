package com.byajbook.loadtests.load.scenario;

import com.byajbook.loadtests.load.record.Figures;
import com.byajbook.loadtests.load.traffic.TrafficClass;
import com.byajbook.loadtests.load.trouble.Memory;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** One thing that must hold: a number of the outcome and its bound. The words are shared by all scenarios. */
public final class Expectation {
    private static final double PERCENT = 100;
    private static final double MOST_GROWTH = 1.25;
    private static final double MOST_SLOPE_MEGABYTES = 2;
    private static final double OF_PEAK = 0.9;

    private final String words;
    private final double bound;
    private final boolean atLeast;
    private final ToDoubleFunction<Outcome> number;

    /** How it came out. */
    public record Result(String words, double bound, boolean atLeast, double measured, boolean holds) {}

    private Expectation(String words, double bound, boolean atLeast, ToDoubleFunction<Outcome> number) {
        this.words = words;
        this.bound = bound;
        this.atLeast = atLeast;
        this.number = number;
    }

    /** Compares. */
    public Result of(Outcome outcome) {
        double measured = Math.round(number.applyAsDouble(outcome) * 1_000) / 1_000.0;
        return new Result(words, bound, atLeast, measured, atLeast ? measured >= bound : measured <= bound);
    }

    static Expectation good(TrafficClass trafficClass, double percent) {
        return new Expectation(
                "% of " + trafficClass + " that got what they came for within the promise",
                percent,
                true,
                outcome -> PERCENT * counts(outcome, trafficClass).goodShare());
    }

    static Expectation admitted(TrafficClass trafficClass, double percent) {
        return new Expectation(
                "% of " + trafficClass + " that got what they came for, however late",
                percent,
                true,
                outcome -> PERCENT * counts(outcome, trafficClass).admittedShare());
    }

    static Expectation allGood(double percent) {
        return new Expectation(
                "% of all that got what they came for within the promise",
                percent, true, outcome -> PERCENT * outcome.figures().total().goodShare());
    }

    static Expectation groupGood(String group, double percent) {
        return new Expectation(
                "% of " + group + " that got what they came for within the promise",
                percent,
                true,
                outcome -> PERCENT
                        * Objects.requireNonNull(outcome.figures().groups().get(group), group)
                                .goodShare());
    }

    /** A refusal is an answer; an error and silence are none. */
    static Expectation failed(double percent) {
        return new Expectation(
                "% of all that got an error or no answer",
                percent, false, outcome -> {
                    Figures.Counts total = outcome.figures().total();
                    return total.offered() == 0 ? 0 : PERCENT * total.failed() / total.offered();
                });
    }

    static Expectation recovers(int seconds) {
        return new Expectation(
                "seconds after the trouble from which 95 % succeed",
                seconds,
                false,
                outcome -> outcome.recoverySeconds().filter(value -> value >= 0).orElse(Integer.MAX_VALUE));
    }

    static Expectation attemptsPerSuccess(double most) {
        return new Expectation(
                "requests for one success",
                most,
                false,
                outcome -> outcome.figures().total().attemptsPerSuccess());
    }

    static Expectation honestRetryAfter(double percent) {
        return new Expectation(
                "median % by which Retry-After missed",
                percent, false, outcome -> outcome.figures().appointments().medianMissPercent());
    }

    /** The plateau: at its height the load brings no less goodput than the ordinary load before it. */
    static Expectation plateau(double ratio) {
        return new Expectation(
                "goodput a second at the height of the load, against that before it",
                ratio,
                true,
                outcome -> atHeight(outcome.figures().series())
                        / before(outcome.figures().series()));
    }

    static Expectation memoryFlat() {
        return new Expectation(
                "memory of all services at its peak, against that at the end of the warm-up",
                MOST_GROWTH,
                false,
                outcome -> {
                    double before = outcome.memory().values().stream()
                            .mapToDouble(Memory.Use::before)
                            .sum();
                    double peak = outcome.memory().values().stream()
                            .mapToDouble(Memory.Use::peak)
                            .sum();
                    return before == 0 ? 1 : peak / before;
                });
    }

    static Expectation memorySlope() {
        return new Expectation(
                "MB a minute by which the fastest growing service grew in the second half",
                MOST_SLOPE_MEGABYTES,
                false,
                outcome -> outcome.memory().values().stream()
                        .mapToDouble(Memory.Use::slopePerMinute)
                        .max()
                        .orElse(0));
    }

    private static double atHeight(List<Figures.Moment> series) {
        double peak =
                series.stream().mapToDouble(Expectation::offeredRate).max().orElse(0);
        return median(series.stream()
                .filter(moment -> offeredRate(moment) >= OF_PEAK * peak)
                .toList());
    }

    private static double before(List<Figures.Moment> series) {
        double first = offeredRate(series.get(0));
        return Math.max(
                1,
                median(series.stream()
                        .takeWhile(moment -> offeredRate(moment) <= first * 1.1)
                        .toList()));
    }

    private static double median(List<Figures.Moment> moments) {
        List<Double> goodput = moments.stream()
                .map(moment -> (double) moment.good() / moment.length())
                .sorted(Comparator.naturalOrder())
                .toList();
        return goodput.isEmpty() ? 0 : goodput.get(goodput.size() / 2);
    }

    private static double offeredRate(Figures.Moment moment) {
        return (double) moment.offered() / moment.length();
    }

    private static Figures.Counts counts(Outcome outcome, TrafficClass trafficClass) {
        return Objects.requireNonNull(outcome.figures().classes().get(trafficClass.name()));
    }
}
