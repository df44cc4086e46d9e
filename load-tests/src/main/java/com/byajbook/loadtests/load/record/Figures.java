package com.byajbook.loadtests.load.record;

import java.util.List;
import java.util.Map;

/**
 * What a run measured, without its warm-up. Times are milliseconds from the intended start.
 *
 * @param seconds measured
 * @param total everything
 * @param classes by the name of the class
 * @param groups by the name of the group, empty if the run has none
 * @param series one entry a second, or of several seconds in long runs
 * @param generator whether the figures can be trusted
 * @param appointments how honest Retry-After was, for clients that came back when told
 */
public record Figures(
        int seconds,
        Counts total,
        Map<String, Counts> classes,
        Map<String, Counts> groups,
        List<Moment> series,
        Generator generator,
        Appointments appointments) {

    /**
     * Counts of arrivals, and of attempts where that is said.
     *
     * @param offered arrivals that the curve has
     * @param admitted those that got what they came for, however late
     * @param good those that got it within the promise
     * @param refused those whose last answer was a refusal
     * @param failed those whose last answer was an error or never came
     * @param attempts requests sent
     * @param shed refused attempts by reason
     * @param errors failed attempts by kind
     * @param refusalP99 of refused attempts, from the start of the attempt
     */
    public record Counts(
            long offered,
            long admitted,
            long good,
            long refused,
            long failed,
            long attempts,
            Map<String, Long> shed,
            Map<String, Long> errors,
            double goodputPerSecond,
            double p50,
            double p99,
            double max,
            double refusalP99) {

        /** Good ones among the offered ones, 1 if nothing was offered. */
        public double goodShare() {
            return offered == 0 ? 1 : (double) good / offered;
        }

        /** Admitted ones among the offered ones, 1 if nothing was offered. */
        public double admittedShare() {
            return offered == 0 ? 1 : (double) admitted / offered;
        }

        /** Requests that it took to serve one arrival; 0 if none was served. */
        public double attemptsPerSuccess() {
            return admitted == 0 ? 0 : (double) attempts / admitted;
        }

        public long shedAttempts() {
            return shed.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * Arrivals that were meant to start within these seconds, whenever they ended.
     *
     * @param second since the end of the warm-up
     * @param length in seconds
     */
    public record Moment(
            int second,
            int length,
            long offered,
            long admitted,
            long good,
            long refused,
            long failed,
            double p50,
            double p99,
            double max) {

        /** Good ones among the offered ones, 1 if nothing was offered. */
        public double goodShare() {
            return offered == 0 ? 1 : (double) good / offered;
        }
    }

    /**
     * How late the generator itself was.
     *
     * @param p99LateMillis of starting what was due
     * @param neverStarted arrivals that it did not get to at all
     * @param trustworthy whether the figures are those of the platform
     * @param words why not, empty if they are
     */
    public record Generator(
            double p99LateMillis, double maxLateMillis, long neverStarted, boolean trustworthy, String words) {}

    /**
     * The first time that each refused client was given, against when it was let in.
     *
     * @param medianMissPercent median of |promised - actual| / promised, in percent; 0 if there is none
     */
    public record Appointments(long count, double medianMissPercent, double p90MissPercent) {}
}
