package com.byajbook.platform.control;

import com.byajbook.platform.limits.LiveLimit;
import com.byajbook.platform.limits.LiveLimits;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What dashboards see of the control plane, and each limit's present value beside the load that it bounds. */
final class ControlMeter {

    private final MeterRegistry meters;
    private final AtomicInteger listening = new AtomicInteger();
    private final Set<String> shown = ConcurrentHashMap.newKeySet();

    ControlMeter(MeterRegistry meters) {
        this.meters = meters;
        Gauge.builder("byajbook.control.listening", listening, AtomicInteger::get)
                .description("1 while this replica hears of changes at once, 0 while it has only the poll")
                .register(meters);
    }

    void watch(AppliedLimits applied) {
        Gauge.builder("byajbook.control.version", applied, AppliedLimits::version)
                .description("The changes of limits that this replica has applied")
                .register(meters);
        Gauge.builder("byajbook.control.age", applied, a -> a.ageNanos() / (double) TimeUnit.SECONDS.toNanos(1))
                .baseUnit("seconds")
                .description("Since the stored limits were last read")
                .register(meters);
    }

    /** Shows the limits that were not shown before. */
    void show(LiveLimits limits) {
        for (LiveLimit limit : limits.all()) {
            if (shown.add(limit.definition().name())) {
                Gauge.builder("byajbook.limit.value", limit, LiveLimit::value)
                        .tag("limit", limit.definition().name())
                        .description("What the limit is now, in its unit")
                        .register(meters);
            }
        }
    }

    void listening(boolean now) {
        listening.set(now ? 1 : 0);
    }

    void changed(ChangeKind kind) {
        meters.counter("byajbook.control.changes", "kind", kind.name()).increment();
    }

    void heartbeatMissed() {
        meters.counter("byajbook.control.heartbeats.missed").increment();
    }
}
