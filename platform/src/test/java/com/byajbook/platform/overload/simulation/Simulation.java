package com.byajbook.platform.overload.simulation;

import com.byajbook.platform.overload.admission.TrafficClass;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.ToLongBiFunction;

/** One run: a crowd that comes at a rate that may change, an arm, a resource, and what became of everybody. */
final class Simulation {

    /** The parts of the classes in what comes, the most important first. */
    static final double[] MIX = {0.05, 0.25, 0.40, 0.30};

    static final int WIDTH = 12;
    static final double MEAN_SERVICE = 40.0 * Timeline.MILLI;

    /** What the resource can do, in a second. */
    static final double CAPACITY = WIDTH * Timeline.SECOND / MEAN_SERVICE;

    /** The number of the user who asks for far more than the others. */
    static final long GREEDY = -1;

    private static final int USERS = 10_000;
    private static final double SIGMA = 0.5;
    private static final TrafficClass[] CLASSES = TrafficClass.values();

    /** How long this work takes; not a function of who asks. */
    static final ToLongBiFunction<Dice, TrafficClass> ORDINARY_WORK =
            (dice, trafficClass) -> dice.lognormal(MEAN_SERVICE, SIGMA);

    /** How many a processor is given at once, and how many there are of them, as a small machine has them. */
    private static final int SHARED_WIDTH = 32;

    private static final int PROCESSORS = 2;

    private final Timeline timeline;
    private final Dice arrivals;
    private final Dice work;
    private final Resource resource;
    private final Records records;
    private final Arm arm;
    private final double seconds;
    private double greed;
    private Behaviour behaviour = Behaviour.RESIGNED;
    private ToLongBiFunction<Dice, TrafficClass> serviceTimes = ORDINARY_WORK;

    Simulation(Arm.Kind kind, long seed, double seconds) {
        this(kind, seed, seconds, timeline -> new Resource(timeline, WIDTH));
    }

    /** With processors for a resource that can do as much, and that everybody who is let in shares. */
    static Simulation onProcessors(Arm.Kind kind, long seed, double seconds) {
        ToLongBiFunction<Dice, TrafficClass> work =
                (dice, trafficClass) -> dice.lognormal(MEAN_SERVICE * PROCESSORS / WIDTH, SIGMA);
        return new Simulation(kind, seed, seconds, timeline -> new SharedProcessor(timeline, SHARED_WIDTH, PROCESSORS))
                .serviceTimes(work);
    }

    private Simulation(Arm.Kind kind, long seed, double seconds, Function<Timeline, Resource> resourceOn) {
        this.timeline = new Timeline();
        this.resource = resourceOn.apply(timeline);
        this.arrivals = new Dice(seed);
        this.work = new Dice(seed + 1_000_003);
        this.seconds = seconds;
        this.records = new Records(timeline, seconds);
        this.arm = kind.inFrontOf(resource, timeline);
    }

    Simulation clients(Behaviour chosen) {
        behaviour = chosen;
        return this;
    }

    Simulation serviceTimes(ToLongBiFunction<Dice, TrafficClass> chosen) {
        serviceTimes = chosen;
        return this;
    }

    /** One user asks for so much alone, in parts of the capacity. */
    Simulation greedy(double load) {
        greed = load;
        return this;
    }

    /** Nothing ends in between. */
    Simulation stopped(double fromSecond, double toSecond) {
        resource.stop((long) (fromSecond * Timeline.SECOND), (long) (toSecond * Timeline.SECOND));
        return this;
    }

    /**
     * Runs to the end.
     *
     * @param load how many come in a second, in parts of the capacity, at a second
     */
    Records run(DoubleUnaryOperator load) {
        nextArrival(load, () -> (long) (arrivals.uniform() * USERS));
        if (greed > 0) {
            nextArrival(second -> greed, () -> GREEDY);
        }
        timeline.runUntil((long) (seconds * Timeline.SECOND) - 1);
        return records;
    }

    private void nextArrival(DoubleUnaryOperator load, LongSupplier user) {
        double rate = load.applyAsDouble((double) timeline.now() / Timeline.SECOND) * CAPACITY;
        timeline.after(arrivals.exponential(Timeline.SECOND / rate), () -> {
            comes(classOf(arrivals.uniform()), user.getAsLong());
            nextArrival(load, user);
        });
    }

    private void comes(TrafficClass trafficClass, long user) {
        Client client = new Client(this, behaviour, trafficClass, user);
        records.born(client);
        client.ask();
    }

    private static TrafficClass classOf(double chance) {
        double rest = chance;
        int index = 0;
        while (index < CLASSES.length - 1 && rest >= MIX[index]) {
            rest -= MIX[index++];
        }
        return CLASSES[index];
    }

    long serviceNanos(TrafficClass trafficClass) {
        return serviceTimes.applyAsLong(work, trafficClass);
    }

    void offer(Attempt attempt) {
        arm.offer(attempt);
    }

    Timeline timeline() {
        return timeline;
    }

    Records records() {
        return records;
    }
}
