package com.byajbook.loadtests.bench.overload;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Ten times what it can do: goodput, times, processor time, memory, and what becomes of what matters most. */
final class Plateau implements Experiment {
    private static final double BELOW = 0.8;
    private static final double AT = 1.0;
    private static final double TENFOLD = 10.0;
    private static final List<Double> LOADS = List.of(BELOW, AT, 2.0, 5.0, TENFOLD);

    private final Path pictures;

    /** @param pictures the folder for its curves */
    Plateau(Path pictures) {
        this.pictures = pictures;
    }

    @Override
    public String name() {
        return "Flat plateau: ten times the capacity";
    }

    @Override
    public List<Figure> run(Course course) {
        double capacity = course.capacity();
        Map<Double, List<Sample>> promised = new TreeMap<>();
        Map<Double, List<Sample>> bare = new TreeMap<>();
        for (int round = 0; round < course.rounds(); round++) {
            for (double load : LOADS) {
                add(promised, load, course.measured(course.promised(), load * capacity));
                add(bare, load, course.measured(course.unprotected(), load * capacity));
            }
        }
        Curves.overLoad(
                "Good answers a second, over what is asked",
                medians(promised, sample -> sample.goodput() / capacity),
                medians(bare, sample -> sample.goodput() / capacity),
                pictures.resolve("measured-goodput.svg"));
        Curves.overLoad(
                "Critical work that is served, over what is asked",
                medians(promised, Sample::critical),
                medians(bare, Sample::critical),
                pictures.resolve("measured-critical.svg"));
        return figures(capacity, promised, bare);
    }

    private static List<Figure> figures(
            double capacity, Map<Double, List<Sample>> promised, Map<Double, List<Sample>> bare) {
        return List.of(
                Figure.plain("capacity, good answers a second", capacity),
                Figure.atLeast(
                        "goodput at 10x / goodput at capacity, or at the load where it was best",
                        at(promised, TENFOLD, Sample::goodput) / best(promised),
                        0.95),
                Figure.plain("  goodput at 10x / goodput at capacity", ratio(promised, TENFOLD, Sample::goodput)),
                Figure.plain("  the same without admission", ratio(bare, TENFOLD, Sample::goodput)),
                Figure.plain(
                        "  good at 10x, a second until all of it was worked off",
                        at(promised, TENFOLD, Sample::sustained)),
                Figure.plain("  the same without admission", at(bare, TENFOLD, Sample::sustained)),
                Figure.atMost(
                        "p99 of admitted at 10x / p99 at 0.8x",
                        at(promised, TENFOLD, Sample::p99Millis) / at(promised, BELOW, Sample::p99Millis),
                        2),
                Figure.plain("  p99 at 0.8x, ms", at(promised, BELOW, Sample::p99Millis)),
                Figure.plain("  p99 of admitted at 10x, ms", at(promised, TENFOLD, Sample::p99Millis)),
                Figure.plain(
                        "  p99 of what was answered at 10x without admission, ms",
                        at(bare, TENFOLD, Sample::p99Millis)),
                Figure.atMost(
                        "resident memory at 10x / at 1x", ratio(promised, TENFOLD, Sample::residentMegabytes), 1.25),
                Figure.atLeast("success of CRITICAL at 10x / at 1x", ratio(promised, TENFOLD, Sample::critical), 0.995),
                Figure.plain("  the same without admission", ratio(bare, TENFOLD, Sample::critical)));
    }

    private static double best(Map<Double, List<Sample>> samples) {
        return samples.keySet().stream()
                .mapToDouble(load -> at(samples, load, Sample::goodput))
                .max()
                .orElse(Double.NaN);
    }

    private static void add(Map<Double, List<Sample>> samples, double load, Sample sample) {
        samples.computeIfAbsent(load, any -> new ArrayList<>()).add(sample);
    }

    private static double ratio(Map<Double, List<Sample>> samples, double load, ToDoubleFunction<Sample> value) {
        return at(samples, load, value) / at(samples, AT, value);
    }

    private static double at(Map<Double, List<Sample>> samples, double load, ToDoubleFunction<Sample> value) {
        return Medians.of(samples.getOrDefault(load, List.of()).stream()
                .map(value::applyAsDouble)
                .toList());
    }

    private static Map<Double, Double> medians(Map<Double, List<Sample>> samples, ToDoubleFunction<Sample> value) {
        Map<Double, Double> medians = new TreeMap<>();
        samples.keySet().forEach(load -> medians.put(load, at(samples, load, value)));
        return medians;
    }
}
