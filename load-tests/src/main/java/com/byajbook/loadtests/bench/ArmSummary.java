package com.byajbook.loadtests.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The medians of an arm's windows.
 *
 * @param perSecond accepted a second of wall-clock time
 * @param serviceCpu milliseconds of processor time per 1,000 accepted; the same for the other three
 * @param perCpuSecond accepted per second of processor time of the service and PostgreSQL together
 */
public record ArmSummary(
        String arm,
        double perSecond,
        double p50Millis,
        double p99Millis,
        double serviceCpu,
        double postgresCpu,
        double brokerCpu,
        double generatorCpu,
        double perCpuSecond,
        long refused) {

    /** The medians of these windows. */
    public static ArmSummary of(String arm, List<Sample> samples) {
        return new ArmSummary(
                arm,
                median(samples, Sample::perSecond),
                median(samples, Sample::p50Millis),
                median(samples, Sample::p99Millis),
                median(samples, s -> s.millisPerThousand(s.cpu().service())),
                median(samples, s -> s.millisPerThousand(s.cpu().postgres())),
                median(samples, s -> s.millisPerThousand(s.cpu().broker())),
                median(samples, s -> s.millisPerThousand(s.cpu().generator())),
                median(samples, Sample::perCpuSecond),
                samples.stream().mapToLong(Sample::refused).sum());
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Sample> value) {
        double[] sorted = samples.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
