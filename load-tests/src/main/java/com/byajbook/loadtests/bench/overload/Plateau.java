package com.byajbook.loadtests.bench.overload;

import com.byajbook.loadtests.bench.openloop.Kind;
import com.byajbook.loadtests.bench.openloop.Tally;
import java.util.ArrayList;
import java.util.List;

/** Ten times what it can do: goodput, times, processor time, memory, and what becomes of what matters most. */
final class Plateau implements Experiment {
    private static final double BELOW = 0.8;
    private static final double AT = 1.0;
    private static final double TENFOLD = 10.0;
    private static final double THOUSAND = 1_000.0;

    private record Sample(Tally tally, double apiCpu, double cpu, double residentMegabytes) {

        double apiMillisPerServed() {
            return apiCpu * THOUSAND / tally.total().good();
        }

        double millisPerServed() {
            return cpu * THOUSAND / tally.total().good();
        }

        double perRejection(double used, double millisPerServed) {
            return (used * THOUSAND - tally.total().good() * millisPerServed)
                    / Math.max(1, tally.total().refusals());
        }

        double critical() {
            return tally.of(Kind.PAYMENT).successRatio();
        }
    }

    @Override
    public String name() {
        return "Flat plateau: ten times the capacity";
    }

    @Override
    public List<Figure> run(Course course) {
        double capacity = course.capacity();
        List<Sample> below = new ArrayList<>();
        List<Sample> at = new ArrayList<>();
        List<Sample> tenfold = new ArrayList<>();
        List<Sample> bareAt = new ArrayList<>();
        List<Sample> bareTenfold = new ArrayList<>();
        for (int round = 0; round < course.rounds(); round++) {
            below.add(measure(course, course.promised(), BELOW * capacity));
            at.add(measure(course, course.promised(), AT * capacity));
            tenfold.add(measure(course, course.promised(), TENFOLD * capacity));
            bareAt.add(measure(course, course.unprotected(), AT * capacity));
            bareTenfold.add(measure(course, course.unprotected(), TENFOLD * capacity));
        }
        double served = median(at, Sample::apiMillisPerServed);
        double servedAll = median(at, Sample::millisPerServed);
        double rejection = median(tenfold, s -> s.perRejection(s.apiCpu(), served));
        double goodput = median(tenfold, s -> s.tally().goodputPerSecond());
        double bare = median(bareTenfold, s -> s.tally().goodputPerSecond());
        return List.of(
                Figure.plain("capacity, good answers a second", capacity),
                Figure.atLeast(
                        "goodput at 10x / goodput at capacity",
                        goodput / median(at, s -> s.tally().goodputPerSecond()),
                        0.95),
                Figure.plain(
                        "  the same without admission",
                        bare / median(bareAt, s -> s.tally().goodputPerSecond())),
                Figure.atMost("p99 of admitted at 10x / p99 at 0.8x", p99(tenfold) / p99(below), 2),
                Figure.plain("  p99 at 0.8x, ms", p99(below)),
                Figure.plain("  p99 of admitted at 10x, ms", p99(tenfold)),
                Figure.plain("  p99 of what was answered well at 10x without admission, ms", p99(bareTenfold)),
                Figure.atMost(
                        "CPU per rejection / CPU per served request, whole platform", rejection / servedAll, 0.05),
                Figure.plain("  the same, of the api's CPU alone", rejection / served),
                Figure.plain("  CPU per rejection, ms (api)", rejection),
                Figure.plain("  CPU per served request, ms (api)", served),
                Figure.plain("  CPU per served request, ms (all services, PostgreSQL, RabbitMQ)", servedAll),
                Figure.atMost(
                        "resident memory at 10x / at 1x",
                        median(tenfold, Sample::residentMegabytes) / median(at, Sample::residentMegabytes),
                        1.25),
                Figure.atLeast(
                        "success of CRITICAL at 10x / at 1x",
                        median(tenfold, Sample::critical) / median(at, Sample::critical),
                        0.995),
                Figure.plain("  the same without admission", median(bareTenfold, Sample::critical)));
    }

    private static Sample measure(Course course, Arena arena, double rate) {
        double apiBefore = arena.apiCpuSeconds();
        double before = arena.cpuSeconds();
        Tally tally = course.steady(arena, rate, course.window());
        Sample sample = new Sample(
                tally, arena.apiCpuSeconds() - apiBefore, arena.cpuSeconds() - before, arena.residentMegabytes());
        course.say(
                "  %-12s offered %6.0f /s   good %6.0f /s   refused %6d   timeouts %5d   errors %5d   p99 %7.1f ms"
                        + "   critical %.4f   %4.0f MB   sent late p99 %.1f ms",
                arena.name(),
                rate,
                tally.goodputPerSecond(),
                tally.total().refusals(),
                tally.total().timeouts(),
                tally.total().errors(),
                tally.percentileMillis(99),
                sample.critical(),
                sample.residentMegabytes(),
                tally.sentLateP99Millis());
        arena.settle();
        return sample;
    }

    private static double p99(List<Sample> samples) {
        return median(samples, s -> s.tally().percentileMillis(99));
    }

    private static double median(List<Sample> samples, java.util.function.Function<Sample, Double> value) {
        return Medians.of(samples.stream().map(value).toList());
    }
}
