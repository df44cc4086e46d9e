package com.byajbook.loadtests.bench.overload;

import java.util.Collection;

/** The middle of what was measured. */
final class Medians {

    private Medians() {}

    static double of(Collection<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
