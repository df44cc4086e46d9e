package com.byajbook.loadtests.bench.overload;

import java.util.Locale;

/**
 * One measured figure and what it ought to be.
 *
 * @param name what it is
 * @param value what was measured
 * @param bound the target; NaN where there is none
 * @param atLeast whether the target is a lower bound
 */
record Figure(String name, double value, double bound, boolean atLeast) {

    static Figure atLeast(String name, double value, double bound) {
        return new Figure(name, value, bound, true);
    }

    static Figure atMost(String name, double value, double bound) {
        return new Figure(name, value, bound, false);
    }

    static Figure plain(String name, double value) {
        return new Figure(name, value, Double.NaN, true);
    }

    boolean hasBound() {
        return !Double.isNaN(bound);
    }

    boolean holds() {
        return !hasBound() || (atLeast ? value >= bound : value <= bound);
    }

    @Override
    public String toString() {
        String target = hasBound() ? String.format(Locale.ROOT, "%s %.3f", atLeast ? ">=" : "<=", bound) : "";
        return String.format(
                Locale.ROOT,
                "%-74s %12.3f   %-10s %s",
                name,
                value,
                target,
                hasBound() ? holds() ? "holds" : "MISSED" : "");
    }
}
