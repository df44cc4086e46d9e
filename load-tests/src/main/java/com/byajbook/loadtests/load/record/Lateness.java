package com.byajbook.loadtests.load.record;

import java.util.Locale;

/** How far the generator was behind its own plan. */
final class Lateness {
    private static final double MOST_P99_MILLIS = 50;
    private static final double MOST_MILLIS = 1_000;

    private final Latencies late = new Latencies(3);
    private long missed;

    void add(long nanos) {
        late.add(nanos);
    }

    void missed() {
        missed++;
    }

    Figures.Generator judged() {
        Latencies.Summary summary = late.summary();
        StringBuilder words = new StringBuilder();
        if (missed > 0) {
            words.append(missed).append(" arrivals were never started; ");
        }
        if (summary.p99() > MOST_P99_MILLIS || summary.max() > MOST_MILLIS) {
            words.append(String.format(
                    Locale.ROOT,
                    "1 %% of all requests left %.0f ms late or more, the last %.0f ms; ",
                    summary.p99(),
                    summary.max()));
        }
        if (!words.isEmpty()) {
            words.append(
                    "this machine is too slow for that much load beside the platform, and the figures are worse than the platform");
        }
        return new Figures.Generator(summary.p99(), summary.max(), missed, words.isEmpty(), words.toString());
    }
}
