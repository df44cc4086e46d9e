package com.byajbook.platform.overload.gate;

import com.byajbook.platform.overload.admission.AdmissionQueue;
import com.byajbook.platform.overload.admission.GateLimits;
import com.byajbook.platform.overload.admission.Reason;
import com.byajbook.platform.overload.admission.TrafficClass;
import com.byajbook.platform.pipe.Stage;
import com.byajbook.platform.pipe.StageKind;
import com.byajbook.platform.pipe.StageSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A gate as a stage of the pipe. */
final class GateStage implements StageSource {

    private static final double NANOS = 1e9;
    private static final double NANOS_A_MILLI = 1e6;

    private final Gate gate;
    private final StageKind kind;
    private final GateMeter meter;
    private final List<String> limitNames;
    private final Supplier<String> state;
    private long lastNanos;
    private long lastOffered;
    private long lastAdmitted;
    private long lastServed;
    private final long[] lastRefused = new long[Reason.values().length];

    GateStage(Gate gate, StageKind kind, GateMeter meter, List<String> limitNames, Supplier<String> state) {
        this.gate = gate;
        this.kind = kind;
        this.meter = meter;
        this.limitNames = limitNames;
        this.state = state;
        this.lastNanos = gate.nanoTime();
    }

    @Override
    public synchronized Stage stage() {
        long now = gate.nanoTime();
        double seconds = Math.max(1, now - lastNanos) / NANOS;
        lastNanos = now;
        Map<String, Double> refused = refused(seconds);
        double offered = (meter.offered() - lastOffered) / seconds;
        double admitted = (meter.admitted() - lastAdmitted) / seconds;
        double served = (meter.served() - lastServed) / seconds;
        lastOffered = meter.offered();
        lastAdmitted = meter.admitted();
        lastServed = meter.served();
        return gate.read(queue -> stage(queue, now, offered, admitted, served, refused));
    }

    private Stage stage(
            AdmissionQueue queue,
            long now,
            double offered,
            double admitted,
            double served,
            Map<String, Double> refused) {
        GateMeter.Percentiles times = meter.takePercentiles();
        GateLimits limits = queue.limits();
        return new Stage(
                gate.name(),
                kind,
                queue.running(),
                limits.width(),
                queue.queued(),
                limits.maxQueued(),
                queue.oldestWaitNanos(now) / NANOS_A_MILLI,
                offered,
                admitted,
                served,
                refused,
                times.p50Ms(),
                times.p99Ms(),
                queue.estimatedWaitNanos(now, TrafficClass.LOW) / NANOS_A_MILLI,
                limits.targets().low().toMillis(),
                state.get(),
                limitNames);
    }

    private Map<String, Double> refused(double seconds) {
        Map<String, Double> rates = new LinkedHashMap<>();
        for (Reason reason : Reason.values()) {
            long total = meter.refused(reason);
            long since = total - lastRefused[reason.ordinal()];
            lastRefused[reason.ordinal()] = total;
            if (since > 0) {
                rates.put(reason.code(), since / seconds);
            }
        }
        return rates;
    }
}
