package com.byajbook.platform.overload.gate;

import com.byajbook.platform.limits.LimitUnit;
import com.byajbook.platform.limits.LiveLimit;
import com.byajbook.platform.limits.LiveLimits;
import com.byajbook.platform.overload.admission.AdmissionQueue;
import com.byajbook.platform.overload.admission.GateLimits;
import com.byajbook.platform.overload.admission.GateState;
import com.byajbook.platform.overload.admission.Journal;
import com.byajbook.platform.overload.admission.TrafficClass;
import com.byajbook.platform.overload.decisions.DecisionRecorder;
import com.byajbook.platform.pipe.Pipe;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

/** All gates of this process: makes them, gives each its live limits and its place in the pipe, and sweeps them. */
public final class Gates implements SmartLifecycle {

    private static final Duration SWEEP_EVERY = Duration.ofMillis(20);
    private static final int LONGEST_QUEUE = 100_000;
    private static final long LONGEST_TARGET_MILLIS = 60_000;
    private static final int RAREST_FLOOR = 10_000;

    /** Wide enough to let everybody in, and never to be reached. */
    private static final int UNBOUNDED = 10_000_000;

    private final OverloadProperties properties;
    private final LiveLimits limits;
    private final Pipe pipe;
    private final MeterRegistry meters;
    private final LongSupplier nanoClock;
    private final Clock clock;
    private final Map<String, Gate> byName = new ConcurrentHashMap<>();
    private final Disposable.Swap sweeping = Disposables.swap();
    private volatile boolean running;

    public Gates(
            OverloadProperties properties,
            LiveLimits limits,
            Pipe pipe,
            MeterRegistry meters,
            LongSupplier nanoClock,
            Clock clock) {
        this.properties = properties;
        this.limits = limits;
        this.pipe = pipe;
        this.meters = meters;
        this.nanoClock = nanoClock;
        this.clock = clock;
    }

    /** Whether admission is at work; where it is not, every gate lets everybody in and only counts. */
    public boolean isProtecting() {
        return properties.mode() == OverloadProperties.Mode.PROTECTED;
    }

    /**
     * Makes a gate.
     *
     * @throws IllegalStateException when there is one of that name
     */
    public Gate define(GateDefinition given) {
        GateDefinition definition = given.with(initial(given));
        GateMeter meter = new GateMeter();
        DecisionRecorder recorder = properties.decisionLog().enabled() && isProtecting()
                ? new DecisionRecorder(
                        definition.name(), properties.decisionLog().segmentBytes(), clock)
                : null;
        Gate gate = new Gate(
                definition.name(), queue(definition, recorder), recorder, meter, nanoClock, clock, isProtecting());
        if (byName.putIfAbsent(definition.name(), gate) != null) {
            throw new IllegalStateException("there are two gates called " + definition.name());
        }
        meter.register(definition.name(), meters);
        List<String> limitNames = isProtecting() ? listen(gate, definition) : List.of();
        pipe.add(new GateStage(gate, definition.kind(), meter, limitNames, definition.state()));
        return gate;
    }

    private AdmissionQueue queue(GateDefinition definition, @Nullable DecisionRecorder recorder) {
        GateState fresh = GateState.fresh(
                definition.limits(),
                nanoClock.getAsLong(),
                definition.firstGuess().toNanos());
        return new AdmissionQueue(definition.name(), fresh, recorder == null ? Journal.NONE : recorder);
    }

    /** The gate with this name. */
    public Optional<Gate> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The names of all gates. */
    public List<String> names() {
        return byName.keySet().stream().sorted().toList();
    }

    private GateLimits initial(GateDefinition given) {
        OverloadProperties.GateProperties configured = properties.gates().get(given.name());
        GateLimits limits = configured == null ? given.limits() : configured.over(given.limits());
        GateLimits within = new GateLimits(
                limits.width(),
                limits.maxQueued(),
                limits.targets(),
                limits.floorEvery(),
                properties.longestAppointment());
        return isProtecting() ? within : within.withWidth(UNBOUNDED);
    }

    private List<String> listen(Gate gate, GateDefinition definition) {
        String prefix = "gate." + definition.name() + ".";
        GateLimits initial = definition.limits();
        List<String> names = new ArrayList<>();
        names.add(knob(
                gate,
                prefix + "width",
                LimitUnit.COUNT,
                initial.width(),
                1,
                definition.maxWidth(),
                "The most that is at work at once.",
                ofInt(value -> given -> given.withWidth(value))));
        names.add(knob(
                gate,
                prefix + "max-queued",
                LimitUnit.COUNT,
                initial.maxQueued(),
                0,
                LONGEST_QUEUE,
                "The most that wait; a more important one takes the place of a less important one.",
                ofInt(value -> given -> given.withMaxQueued(value))));
        for (TrafficClass trafficClass : TrafficClass.values()) {
            names.add(knob(
                    gate,
                    prefix + "target." + trafficClass.word(),
                    LimitUnit.MILLIS,
                    initial.targets().of(trafficClass).toMillis(),
                    0,
                    LONGEST_TARGET_MILLIS,
                    "The longest wait with which " + trafficClass.word() + " work is let in.",
                    value -> given -> given.withTarget(trafficClass, Duration.ofMillis(value))));
        }
        names.add(knob(
                gate,
                prefix + "floor-every",
                LimitUnit.COUNT,
                initial.floorEvery(),
                0,
                RAREST_FLOOR,
                "Every so many starts the longest waiting goes first, whatever its class; 0 for never.",
                ofInt(value -> given -> given.withFloorEvery(value))));
        return List.copyOf(names);
    }

    private static LongFunction<UnaryOperator<GateLimits>> ofInt(IntFunction<UnaryOperator<GateLimits>> change) {
        return value -> change.apply(Math.toIntExact(value));
    }

    private String knob(
            Gate gate,
            String name,
            LimitUnit unit,
            long initial,
            long min,
            long max,
            String words,
            LongFunction<UnaryOperator<GateLimits>> change) {
        LiveLimit limit = limits.define(new LiveLimit.Definition(name, unit, initial, min, max, words));
        var unused = limit.onChange(value -> gate.limit(change.apply(value)));
        return name;
    }

    @Override
    public void start() {
        running = true;
        sweeping.update(Flux.interval(SWEEP_EVERY)
                .onBackpressureDrop()
                .subscribe(tick -> byName.values().forEach(Gate::sweep)));
    }

    @Override
    public void stop() {
        running = false;
        sweeping.dispose();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before everything that has a gate, and stopped after it. */
    @Override
    public int getPhase() {
        return 0;
    }
}
