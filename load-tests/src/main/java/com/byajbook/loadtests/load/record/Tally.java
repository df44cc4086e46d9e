package com.byajbook.loadtests.load.record;

import java.util.Map;
import java.util.TreeMap;

/** Counts of one class, of one group or of everything. Not safe for threads: its recorder is. */
final class Tally {
    private final Map<String, Long> shed = new TreeMap<>();
    private final Map<String, Long> errors = new TreeMap<>();
    private final Latencies fromIntended = new Latencies(3);
    private final Latencies ofRefusals = new Latencies(3);
    private long offered;
    private long admitted;
    private long good;
    private long refused;
    private long failed;
    private long attempts;

    void offer() {
        offered++;
    }

    void attempt() {
        attempts++;
    }

    void shed(String reason, long nanos) {
        shed.merge(reason, 1L, Long::sum);
        ofRefusals.add(nanos);
    }

    void error(String what) {
        errors.merge(what, 1L, Long::sum);
    }

    /** A request that nobody answered counts as late as it is old: it is a latency like the others, and the worst. */
    void end(Ending ending, long nanos, boolean promiseKept) {
        switch (ending) {
            case SERVED -> {
                admitted++;
                good += promiseKept ? 1 : 0;
                fromIntended.add(nanos);
            }
            case REFUSED -> refused++;
            case FAILED -> failed++;
            case UNANSWERED -> {
                failed++;
                fromIntended.add(nanos);
            }
        }
    }

    Figures.Counts counts(double seconds) {
        Latencies.Summary latency = fromIntended.summary();
        return new Figures.Counts(
                offered,
                admitted,
                good,
                refused,
                failed,
                attempts,
                new TreeMap<>(shed),
                new TreeMap<>(errors),
                seconds == 0 ? 0 : good / seconds,
                latency.p50(),
                latency.p99(),
                latency.max(),
                ofRefusals.summary().p99());
    }
}
