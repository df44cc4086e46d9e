package com.byajbook.loadtests.bench.overload;

import com.byajbook.loadtests.harness.HarnessException;
import com.byajbook.localstack.testing.LineChart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** What was measured, as pictures: the platform with admission and the same jars without. */
final class Curves {
    private static final double TOP = 1.1;
    private static final double LEAST_LOAD = 0.8;
    private static final double MOST_LOAD = 10;
    private static final int TICK_SECONDS = 5;
    private static final String PROMISED = "by promise";
    private static final String UNPROTECTED = "without admission";

    private Curves() {}

    /** Parts of the capacity, over the load in parts of the capacity. */
    static void overLoad(String title, Map<Double, Double> promised, Map<Double, Double> unprotected, Path file) {
        double top = TOP * Math.max(1, Math.max(most(promised), most(unprotected)));
        LineChart chart = new LineChart(
                title,
                "offered load, in parts of the capacity",
                load -> Math.log(load / LEAST_LOAD) / Math.log(MOST_LOAD / LEAST_LOAD),
                "measured, medians of the windows",
                top);
        for (int load : new int[] {1, 2, 5, 10}) {
            chart.xTick(load, load + "x");
        }
        for (int part = 2; part <= top; part++) {
            chart.yTick(part, part * 100 + " %");
        }
        chart.line(PROMISED, xs(promised), ys(promised)).line(UNPROTECTED, xs(unprotected), ys(unprotected));
        save(chart, file);
    }

    /** Parts of those who came in each second. */
    static void overTime(
            String title,
            String seconds,
            int length,
            DoubleUnaryOperator promised,
            DoubleUnaryOperator unprotected,
            Path file) {
        LineChart chart =
                new LineChart(title, seconds, second -> second / length, "part of those who came in that second", TOP);
        for (int second = 0; second <= length; second += TICK_SECONDS) {
            chart.xTick(second, Integer.toString(second));
        }
        double[] xs = new double[length];
        double[] with = new double[length];
        double[] without = new double[length];
        for (int second = 0; second < length; second++) {
            xs[second] = second;
            with[second] = promised.applyAsDouble(second);
            without[second] = unprotected.applyAsDouble(second);
        }
        chart.line(PROMISED, xs, with).line(UNPROTECTED, xs, without);
        save(chart, file);
    }

    private static double most(Map<Double, Double> points) {
        return points.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    private static double[] xs(Map<Double, Double> points) {
        return points.keySet().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] ys(Map<Double, Double> points) {
        return points.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void save(LineChart chart, Path file) {
        chart.yTick(0, "0")
                .yTick(0.25, "25 %")
                .yTick(0.5, "50 %")
                .yTick(0.75, "75 %")
                .yTick(1, "100 %");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, chart.svg());
        } catch (IOException e) {
            throw new HarnessException("The picture could not be written to " + file, e);
        }
    }
}
