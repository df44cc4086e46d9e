package com.byajbook.platform.overload.gate;

import com.byajbook.platform.overload.admission.Reason;
import com.byajbook.platform.overload.admission.Refusal;
import com.byajbook.platform.overload.admission.TrafficClass;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;

/** Counts what came to one gate and what became of it. */
final class GateMeter {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);
    private static final int DIGITS = 2;

    private final LongAdder[] offered = adders(TrafficClass.COUNT);
    private final LongAdder[] admitted = adders(TrafficClass.COUNT);
    private final LongAdder[][] refused = new LongAdder[TrafficClass.COUNT][];
    private final LongAdder completed = new LongAdder();
    private final LongAdder abandoned = new LongAdder();

    /** Guarded by the gate's lock. */
    private final Histogram serviceMicros = new Histogram(LONGEST_MICROS, DIGITS);

    GateMeter() {
        for (int index = 0; index < refused.length; index++) {
            refused[index] = adders(Reason.values().length);
        }
    }

    private static LongAdder[] adders(int count) {
        LongAdder[] adders = new LongAdder[count];
        for (int index = 0; index < count; index++) {
            adders[index] = new LongAdder();
        }
        return adders;
    }

    void offered(TrafficClass trafficClass) {
        offered[trafficClass.ordinal()].increment();
    }

    void admitted(TrafficClass trafficClass) {
        admitted[trafficClass.ordinal()].increment();
    }

    void refused(Refusal refusal) {
        refused[refusal.trafficClass().ordinal()][refusal.reason().ordinal()].increment();
    }

    /** Called under the gate's lock. */
    void served(long nanos, boolean done) {
        if (done) {
            completed.increment();
            serviceMicros.recordValue(Math.min(LONGEST_MICROS, Math.max(0, nanos / 1_000)));
        } else {
            abandoned.increment();
        }
    }

    long offered() {
        return sum(offered);
    }

    long admitted() {
        return sum(admitted);
    }

    long served() {
        return completed.sum() + abandoned.sum();
    }

    long refused(Reason reason) {
        long total = 0;
        for (LongAdder[] ofClass : refused) {
            total += ofClass[reason.ordinal()].sum();
        }
        return total;
    }

    /** The times of those served since the last call; called under the gate's lock. */
    Percentiles takePercentiles() {
        Percentiles taken = serviceMicros.getTotalCount() == 0
                ? new Percentiles(0, 0)
                : new Percentiles(
                        serviceMicros.getValueAtPercentile(50) / 1_000.0,
                        serviceMicros.getValueAtPercentile(99) / 1_000.0);
        serviceMicros.reset();
        return taken;
    }

    private static long sum(LongAdder[] adders) {
        long total = 0;
        for (LongAdder adder : adders) {
            total += adder.sum();
        }
        return total;
    }

    void register(String gate, MeterRegistry registry) {
        for (TrafficClass trafficClass : TrafficClass.values()) {
            int index = trafficClass.ordinal();
            count(registry, "byajbook.gate.offered", gate, trafficClass, "", offered[index]);
            count(registry, "byajbook.gate.admitted", gate, trafficClass, "", admitted[index]);
            for (Reason reason : Reason.values()) {
                LongAdder ofReason = refused[index][reason.ordinal()];
                count(registry, "byajbook.gate.refused", gate, trafficClass, reason.code(), ofReason);
            }
        }
    }

    private static void count(
            MeterRegistry registry,
            String name,
            String gate,
            TrafficClass trafficClass,
            String reason,
            LongAdder adder) {
        FunctionCounter.Builder<LongAdder> counter = FunctionCounter.builder(name, adder, LongAdder::sum)
                .tag("gate", gate)
                .tag("class", trafficClass.word());
        (reason.isEmpty() ? counter : counter.tag("reason", reason)).register(registry);
    }

    /** The median and the 99th percentile, in milliseconds. */
    record Percentiles(double p50Ms, double p99Ms) {}
}
