package com.byajbook.loadtests.bench.overload;

import com.byajbook.loadtests.bench.openloop.Patience;
import com.byajbook.loadtests.bench.openloop.Tally;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** People who come back when they are told to, against people who come back after a second. */
final class Appointments implements Experiment {
    private static final double BASE = 0.5;
    private static final double SPIKE = 3.0;
    private static final int FROM = 2;
    private static final int TO = 12;
    private static final Duration LENGTH = Duration.ofSeconds(45);
    private static final Duration LAST = Duration.ofSeconds(90);
    private static final int MANY = 60;

    @Override
    public String name() {
        return "Honest Retry-After: 10 s at 3x, then half load";
    }

    @Override
    public List<Figure> run(Course course) {
        double capacity = course.capacity();
        DoubleUnaryOperator rate = second -> capacity * (second >= FROM && second < TO ? SPIKE : BASE);
        Tally obedient = run(course, Patience.Style.OBEDIENT, rate);
        Tally fixed = run(course, Patience.Style.FIXED_SECOND, rate);
        return List.of(
                Figure.atMost("attempts per success, obedient", obedient.attemptsPerSuccess(), 2.0),
                Figure.plain("  with a fixed second", fixed.attemptsPerSuccess()),
                Figure.atMost("median |promised - actual| / promised", obedient.medianPromiseError(), 0.10),
                Figure.plain("success, obedient", obedient.total().successRatio()),
                Figure.plain("  with a fixed second", fixed.total().successRatio()));
    }

    private static Tally run(Course course, Patience.Style style, DoubleUnaryOperator rate) {
        Patience patience = new Patience(Course.TIMEOUT, MANY, style);
        Tally tally = course.promised().run(Course.FESTIVAL, patience, Course.PROMISE, LENGTH, LAST, rate);
        course.say(
                "  %-14s attempts per success %.2f   success %.3f   promise error %.3f",
                style, tally.attemptsPerSuccess(), tally.total().successRatio(), tally.medianPromiseError());
        course.promised().settle();
        return tally;
    }
}
