package com.byajbook.platform.overload.simulation;

import com.byajbook.platform.overload.admission.TrafficClass;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToLongBiFunction;

/** What is simulated, each once: the tests and the report look at the same runs. */
final class Scenarios {

    /** In parts of the capacity. */
    static final double[] LOADS = {0.5, 0.8, 1, 1.5, 2, 3, 5, 10, 20};

    static final double CURVE_FROM = 3;
    static final double CURVE_TO = 11;
    private static final double CURVE_SECONDS = 12.5;

    static final double SPIKE_FROM = 10;
    static final double SPIKE_TO = 70;
    static final double SPIKE_SECONDS = 100;

    static final double STORM_FROM = 10;
    static final double STORM_TO = 15;
    static final double STORM_SECONDS = 40;

    static final double STOP_FROM = 10;
    static final double STOP_TO = 20;
    static final double STOP_SECONDS = 50;

    static final double SLOW_SECONDS = 60;
    static final double GREEDY_SECONDS = 40;

    static final double CROWD_FROM = 60;
    static final double CROWD_TO = 65;
    static final double CROWD_SECONDS = 260;

    static final String AT_THE_APPOINTMENT = "by promise, at the appointment";

    private static final long SLOW = 5 * Timeline.SECOND;
    private static final long CUT_OFF = Timeline.SECOND + Timeline.MILLI;
    private static final double SLOW_PART = 0.02;
    private static final int FASTER = 4;

    private static final Scenarios ALL = new Scenarios();

    /** For each arm, at each of {@link #LOADS}. */
    final Map<Arm.Kind, List<Records>> curve = ofEach(kind -> Arrays.stream(LOADS)
            .mapToObj(load -> new Simulation(kind, 1, CURVE_SECONDS)
                    .clients(Behaviour.NAIVE)
                    .run(second -> load))
            .toList());

    /** Ten times the load for a minute, with three naive retries. */
    final Map<Arm.Kind, Records> spike =
            naive(2, SPIKE_SECONDS, second -> second >= SPIKE_FROM && second < SPIKE_TO ? 10 : 0.8);

    /** A trigger of five seconds at twice the capacity, on a base of nine tenths. */
    final Map<Arm.Kind, Records> storm =
            naive(3, STORM_SECONDS, second -> second >= STORM_FROM && second < STORM_TO ? 2 : 0.9);

    /** Ten seconds in which nothing ends. */
    final Map<Arm.Kind, Records> stop = ofEach(kind -> new Simulation(kind, 4, STOP_SECONDS)
            .clients(Behaviour.NAIVE)
            .stopped(STOP_FROM, STOP_TO)
            .run(second -> 0.8));

    /** Work of ten milliseconds at 0.7 of the capacity, and two of a hundred of the least important class take five seconds. */
    final Map<String, Records> slow = slowClass();

    /** One user asks for three times the capacity, the others for 0.7 of it. */
    final Map<Arm.Kind, Records> greedy = greedyUser();

    /** Five seconds at ten times the load, and people who do come back. */
    final Map<String, Records> crowd = comeBack();

    /** The same with processors that all share. */
    final Map<String, Records> crowdOnProcessors = comeBackOnProcessors();

    private Scenarios() {}

    static Scenarios all() {
        return ALL;
    }

    private static <T> Map<Arm.Kind, T> ofEach(Function<Arm.Kind, T> run) {
        Map<Arm.Kind, T> results = new LinkedHashMap<>();
        Arms.ALL.forEach(kind -> results.put(kind, run.apply(kind)));
        return results;
    }

    private static Map<Arm.Kind, Records> naive(long seed, double seconds, DoubleUnaryOperator load) {
        return ofEach(kind ->
                new Simulation(kind, seed, seconds).clients(Behaviour.NAIVE).run(load));
    }

    private static Map<String, Records> slowClass() {
        Map<String, Records> results = new LinkedHashMap<>();
        for (Arm.Kind kind : Arms.ALL) {
            results.put(kind.label(), slowRun(kind, SLOW));
        }
        results.put(SeparateArm.KIND.label(), slowRun(SeparateArm.KIND, SLOW));
        results.put(SeparateArm.KIND.label() + ", time-out 1 s", slowRun(SeparateArm.KIND, CUT_OFF));
        return results;
    }

    private static Records slowRun(Arm.Kind kind, long slowNanos) {
        ToLongBiFunction<Dice, TrafficClass> work = (dice, trafficClass) -> {
            long ordinary = Simulation.ORDINARY_WORK.applyAsLong(dice, trafficClass) / FASTER;
            boolean isSlow = dice.uniform() < SLOW_PART && trafficClass == TrafficClass.LOW;
            return isSlow ? slowNanos : ordinary;
        };
        return new Simulation(kind, 5, SLOW_SECONDS)
                .clients(Behaviour.NAIVE)
                .serviceTimes(work)
                .run(second -> 0.7 * FASTER);
    }

    private static Map<Arm.Kind, Records> greedyUser() {
        Map<Arm.Kind, Records> results = new LinkedHashMap<>();
        results.put(FairArm.KIND, greedyRun(FairArm.KIND));
        Arms.ALL.forEach(kind -> results.put(kind, greedyRun(kind)));
        return results;
    }

    private static Records greedyRun(Arm.Kind kind) {
        return new Simulation(kind, 6, GREEDY_SECONDS)
                .clients(Behaviour.NAIVE)
                .greedy(3)
                .run(second -> 0.7);
    }

    private static Map<String, Records> comeBack() {
        Map<String, Records> results = new LinkedHashMap<>();
        results.put(AT_THE_APPOINTMENT, crowdRun(PromiseArm.KIND, Behaviour.OBEDIENT));
        results.put("by promise, after a second", crowdRun(PromiseArm.KIND, Behaviour.EVERY_SECOND));
        results.put("Gradient2, after a second", crowdRun(OtherArms.GRADIENT2, Behaviour.EVERY_SECOND));
        results.put("fixed bulkhead, after a second", crowdRun(OtherArms.BULKHEAD, Behaviour.EVERY_SECOND));
        return results;
    }

    private static Map<String, Records> comeBackOnProcessors() {
        Map<String, Records> results = new LinkedHashMap<>();
        results.put(
                AT_THE_APPOINTMENT,
                crowdOf(Simulation.onProcessors(PromiseArm.KIND, 8, CROWD_SECONDS), Behaviour.OBEDIENT));
        results.put(
                "by promise, after a second",
                crowdOf(Simulation.onProcessors(PromiseArm.KIND, 8, CROWD_SECONDS), Behaviour.EVERY_SECOND));
        return results;
    }

    private static Records crowdRun(Arm.Kind kind, Behaviour behaviour) {
        return crowdOf(new Simulation(kind, 7, CROWD_SECONDS), behaviour);
    }

    private static Records crowdOf(Simulation simulation, Behaviour behaviour) {
        return simulation.clients(behaviour).run(second -> second >= CROWD_FROM && second < CROWD_TO ? 10 : 0.5);
    }
}
