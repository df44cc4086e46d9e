package com.byajbook.loadtests.bench.openloop;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What became of all wishes of a run, by kind and by the second tenth in which they were due. */
public final class Tally {
    /** The width of a bucket of the course. */
    public static final long BUCKET_MILLIS = 100;

    private static final long NANOS_A_MILLI = 1_000_000;
    private static final long LONGEST_MICROS = 120_000_000;

    private final Map<Kind, OfKind> kinds = new EnumMap<>(Kind.class);
    private final Map<String, Long> reasons = new TreeMap<>();
    private final long[] dueInBucket;
    private final long[] goodInBucket;
    private final Histogram promiseErrorPermille = new Histogram(1_000_000, 3);
    private final Histogram lateMicros = new Histogram(LONGEST_MICROS, 3);
    private final long startNanos;
    private final double seconds;

    Tally(long startNanos, double seconds) {
        this.startNanos = startNanos;
        this.seconds = seconds;
        int buckets = (int) Math.ceil(seconds * 1_000 / BUCKET_MILLIS) + 1;
        this.dueInBucket = new long[buckets];
        this.goodInBucket = new long[buckets];
    }

    /** The counts of one kind. */
    public static final class OfKind {
        long due;
        long attempts;
        long good;
        long late;
        long refused;
        long refusals;
        long timeouts;
        long errors;
        final Histogram goodMicros = new Histogram(LONGEST_MICROS, 3);

        public long due() {
            return due;
        }

        /** Answered well within the promise. */
        public long good() {
            return good;
        }

        /** Refusals, those before a later success too. */
        public long refusals() {
            return refusals;
        }

        public long attempts() {
            return attempts;
        }

        public long timeouts() {
            return timeouts;
        }

        public long errors() {
            return errors;
        }

        public double successRatio() {
            return due == 0 ? 1 : (double) good / due;
        }
    }

    /** The counts of one kind; zeros for one that was not sent. */
    public OfKind of(Kind kind) {
        return kinds.computeIfAbsent(kind, any -> new OfKind());
    }

    void due(Wish wish) {
        of(wish.template.kind()).due++;
        dueInBucket[bucket(wish)]++;
    }

    void succeeded(Wish wish, long now, long attemptFromNanos, long promiseNanos) {
        OfKind kind = of(wish.template.kind());
        long took = now - attemptFromNanos;
        kind.goodMicros.recordValue(Math.min(LONGEST_MICROS, took / 1_000));
        if (took <= promiseNanos) {
            kind.good++;
            goodInBucket[bucket(wish)]++;
        } else {
            kind.late++;
        }
        if (wish.promisedNanos > 0) {
            long actual = attemptFromNanos - wish.refusedAtNanos;
            promiseErrorPermille.recordValue(
                    Math.min(1_000_000, Math.abs(actual - wish.promisedNanos) * 1_000 / wish.promisedNanos));
        }
    }

    void refusedBecause(String reason) {
        reasons.merge(reason, 1L, Long::sum);
    }

    /** Refusals by their reason. */
    public Map<String, Long> reasons() {
        return reasons;
    }

    void sent(long lateNanos) {
        lateMicros.recordValue(Math.min(LONGEST_MICROS, Math.max(0, lateNanos / 1_000)));
    }

    private int bucket(Wish wish) {
        return (int)
                Math.min(dueInBucket.length - 1L, (wish.intendedNanos - startNanos) / NANOS_A_MILLI / BUCKET_MILLIS);
    }

    /** The counts of each kind that was sent. */
    public Map<Kind, OfKind> kinds() {
        return kinds;
    }

    /** All kinds together. */
    public OfKind total() {
        OfKind total = new OfKind();
        kinds.values().forEach(kind -> {
            total.due += kind.due;
            total.attempts += kind.attempts;
            total.good += kind.good;
            total.late += kind.late;
            total.refused += kind.refused;
            total.refusals += kind.refusals;
            total.timeouts += kind.timeouts;
            total.errors += kind.errors;
            total.goodMicros.add(kind.goodMicros);
        });
        return total;
    }

    /** Good answers a second. */
    public double goodputPerSecond() {
        return total().good / seconds;
    }

    /** Milliseconds from the intended start, of everything that was answered well. */
    public double percentileMillis(double percentile) {
        return total().goodMicros.getValueAtPercentile(percentile) / 1_000.0;
    }

    /** The same of all kinds but one. */
    public double percentileMillisWithout(Kind kind, double percentile) {
        Histogram others = new Histogram(LONGEST_MICROS, 3);
        kinds.forEach((other, counts) -> {
            if (other != kind) {
                others.add(counts.goodMicros);
            }
        });
        return others.getValueAtPercentile(percentile) / 1_000.0;
    }

    /** The share of wishes due from here to there, in seconds of the run, that were answered well. */
    public double successBetween(double fromSecond, double toSecond) {
        long due = 0;
        long good = 0;
        for (int i = index(fromSecond); i < Math.min(index(toSecond), dueInBucket.length); i++) {
            due += dueInBucket[i];
            good += goodInBucket[i];
        }
        return due == 0 ? 1 : (double) good / due;
    }

    private static int index(double second) {
        return (int) Math.round(second * 1_000 / BUCKET_MILLIS);
    }

    /** The median distance of what its first refusal promised from when the attempt came that was granted, in parts of it. */
    public double medianPromiseError() {
        return promiseErrorPermille.getTotalCount() == 0 ? 0 : promiseErrorPermille.getValueAtPercentile(50) / 1_000.0;
    }

    /** How much later than intended requests were sent: the generator's own lateness. */
    public double sentLateP99Millis() {
        return lateMicros.getValueAtPercentile(99) / 1_000.0;
    }

    public double attemptsPerSuccess() {
        OfKind total = total();
        return total.good == 0 ? Double.POSITIVE_INFINITY : (double) total.attempts / total.good;
    }
}
