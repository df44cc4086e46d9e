package com.byajbook.loadtests.bench.overload;

import com.byajbook.loadtests.client.OpsApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** How many requests at once the ingress should let in: too few waste what a batch can hold, too many wait for each other. */
final class IngressWidths implements Experiment {
    private static final List<Integer> WIDTHS = List.of(16, 32, 64, 128);
    private static final List<Double> LOADS = List.of(2.0, 10.0);
    private static final String LIMIT = "gate.ingress.width";

    private record Setting(int width, double load) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "width %3d at %2.0fx", width, load);
        }
    }

    @Override
    public String name() {
        return "Ingress: how many at once";
    }

    @Override
    public List<Figure> run(Course course) {
        double capacity = course.capacity();
        Arena arena = course.promised();
        OpsApi ops = new OpsApi(arena.platform().ops());
        long usual = ops.setLimit("api", LIMIT, WIDTHS.get(0), "bench: widths");
        Map<Setting, List<Sample>> samples = new LinkedHashMap<>();
        try {
            for (int round = 0; round < course.rounds(); round++) {
                for (int width : WIDTHS) {
                    long unused = ops.setLimit("api", LIMIT, width, "bench: widths");
                    for (double load : LOADS) {
                        Setting setting = new Setting(width, load);
                        samples.computeIfAbsent(setting, any -> new ArrayList<>())
                                .add(course.measured(arena, load * capacity));
                    }
                }
            }
        } finally {
            long unused = ops.setLimit("api", LIMIT, usual, "bench: over");
        }
        return samples.entrySet().stream()
                .flatMap(entry -> List.of(
                        figure(entry.getKey() + ": good answers a second", entry.getValue(), Sample::goodput),
                        figure(entry.getKey() + ": p99, ms", entry.getValue(), Sample::p99Millis),
                        figure(entry.getKey() + ": CRITICAL", entry.getValue(), Sample::critical))
                        .stream())
                .toList();
    }

    private static Figure figure(String name, List<Sample> samples, ToDoubleFunction<Sample> value) {
        return Figure.plain(
                name, Medians.of(samples.stream().map(value::applyAsDouble).toList()));
    }
}
