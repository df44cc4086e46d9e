package com.byajbook.platform.overload.simulation;

import com.byajbook.localstack.testing.LineChart;
import com.byajbook.platform.overload.admission.TrafficClass;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/** The curves of the report. */
final class Pictures {

    private static final double TOP = 1.1;
    private static final int SPIKE_SHOWN = 100;
    private static final int STORM_SHOWN = 35;

    private Pictures() {}

    /** Goodput over offered load, for each arm. */
    static String goodputOverLoad(Scenarios all) {
        return overLoad(
                all,
                "Answers in time, over what is asked",
                "goodput, in parts of the capacity",
                run -> run.goodput(Scenarios.CURVE_FROM, Scenarios.CURVE_TO) / Simulation.CAPACITY);
    }

    /** Success of critical work over offered load. */
    static String criticalOverLoad(Scenarios all) {
        return overLoad(
                all,
                "Critical work that is served, over what is asked",
                "success of critical work",
                run -> run.success(Scenarios.CURVE_FROM, Scenarios.CURVE_TO, TrafficClass.CRITICAL));
    }

    private static String overLoad(Scenarios all, String title, String yLabel, ToDoubleFunction<Records> measure) {
        double first = StrictMath.log(Scenarios.LOADS[0]);
        double last = StrictMath.log(Scenarios.LOADS[Scenarios.LOADS.length - 1]);
        LineChart chart = new LineChart(
                title,
                "offered load, in parts of the capacity (before retries)",
                load -> (StrictMath.log(load) - first) / (last - first),
                yLabel,
                TOP);
        for (double load : new double[] {0.5, 1, 2, 5, 10, 20}) {
            chart.xTick(load, (load < 1 ? "0.5" : Integer.toString((int) load)) + "x");
        }
        all.curve.forEach((kind, runs) -> chart.line(
                kind.label(),
                Scenarios.LOADS,
                runs.stream().mapToDouble(measure).toArray()));
        return percents(chart).svg();
    }

    /** Goodput around a spike of a minute. */
    static String spike(Scenarios all) {
        LineChart chart = new LineChart(
                "A minute at ten times the load, clients that retry three times at once",
                "seconds; the spike is from 10 to 70",
                second -> second / SPIKE_SHOWN,
                "goodput, in parts of the capacity",
                TOP);
        everyTenth(chart, SPIKE_SHOWN, 20);
        return percents(lines(
                        chart,
                        all.spike,
                        SPIKE_SHOWN,
                        run -> second -> run.goodput(second, second + 1) / Simulation.CAPACITY))
                .svg();
    }

    /** Who is served, before, during and after the trigger of a retry storm. */
    static String storm(Scenarios all) {
        LineChart chart = new LineChart(
                "A trigger of five seconds at twice the capacity, on a base of 0.9",
                "seconds; the trigger is from 10 to 15",
                second -> second / STORM_SHOWN,
                "part of those who came in that second that was served",
                TOP);
        everyTenth(chart, STORM_SHOWN, 5);
        return percents(lines(chart, all.storm, STORM_SHOWN, run -> second -> run.success(second, second + 1)))
                .svg();
    }

    private interface Measure {
        DoubleUnaryOperator of(Records run);
    }

    private static LineChart lines(LineChart chart, Map<Arm.Kind, Records> runs, int seconds, Measure measure) {
        double[] xs = new double[seconds];
        for (int second = 0; second < seconds; second++) {
            xs[second] = second;
        }
        runs.forEach((kind, run) -> {
            double[] ys = new double[seconds];
            for (int second = 0; second < seconds; second++) {
                ys[second] = measure.of(run).applyAsDouble(second);
            }
            chart.line(kind.label(), xs, ys);
        });
        return chart;
    }

    private static void everyTenth(LineChart chart, int seconds, int step) {
        for (int second = 0; second <= seconds; second += step) {
            chart.xTick(second, Integer.toString(second));
        }
    }

    private static LineChart percents(LineChart chart) {
        return chart.yTick(0, "0")
                .yTick(0.25, "25 %")
                .yTick(0.5, "50 %")
                .yTick(0.75, "75 %")
                .yTick(1, "100 %");
    }
}
