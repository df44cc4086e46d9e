package com.byajbook.api.admission;

import com.byajbook.platform.overload.admission.TrafficClass;
import com.byajbook.platform.overload.fairness.UserRefusal;
import com.byajbook.platform.overload.ingress.Rejection;
import com.byajbook.platform.pipe.Stage;
import com.byajbook.platform.pipe.StageKind;
import com.byajbook.platform.pipe.StageSource;
import com.byajbook.platform.problem.Overload;
import com.byajbook.platform.problem.ProblemType;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** Counts what users were given and refused, and says it to them and to the operator. */
final class UserMeter implements StageSource {

    private static final List<String> LIMITS = List.of("user.rate", "user.burst", "user.in-flight");
    private static final String IN_FLIGHT = "user.in-flight";
    private static final double NANOS = 1e9;

    private final LongSupplier nanoClock;
    private final LongAdder entered = new LongAdder();
    private final LongAdder left = new LongAdder();
    private final LongAdder tooFast = new LongAdder();
    private final LongAdder tooMany = new LongAdder();
    private long lastNanos;
    private long[] last = new long[4];

    UserMeter(MeterRegistry registry, LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        this.lastNanos = nanoClock.getAsLong();
        register(registry, "user.rate", tooFast);
        register(registry, IN_FLIGHT, tooMany);
    }

    private static void register(MeterRegistry registry, String reason, LongAdder count) {
        FunctionCounter.builder("byajbook.users.refused", count, LongAdder::sum)
                .description("Requests of users who had taken more than their share")
                .tag("reason", reason)
                .register(registry);
    }

    void entered() {
        entered.increment();
    }

    void left() {
        left.increment();
    }

    /** Counts a refusal, and says it. */
    Rejection refused(UserRefusal refusal, TrafficClass trafficClass) {
        (refusal.limit().equals(IN_FLIGHT) ? tooMany : tooFast).increment();
        return new Rejection(
                ProblemType.RATE_LIMITED,
                new Overload(
                        refusal.limit(),
                        trafficClass.word(),
                        Duration.ZERO,
                        refusal.limit(),
                        refusal.limitValue(),
                        refusal.retryAfter()));
    }

    @Override
    public synchronized Stage stage() {
        long now = nanoClock.getAsLong();
        double seconds = Math.max(1, now - lastNanos) / NANOS;
        long[] before = last;
        last = new long[] {entered.sum(), left.sum(), tooFast.sum(), tooMany.sum()};
        lastNanos = now;
        double admitted = (last[0] - before[0]) / seconds;
        Map<String, Double> refused = new LinkedHashMap<>();
        note(refused, "rate", (last[2] - before[2]) / seconds);
        note(refused, "in-flight", (last[3] - before[3]) / seconds);
        double offered = admitted
                + refused.values().stream().mapToDouble(Double::doubleValue).sum();
        double served = (last[1] - before[1]) / seconds;
        return new Stage(
                "users",
                StageKind.USERS,
                last[0] - last[1],
                0,
                0,
                0,
                0,
                offered,
                admitted,
                served,
                refused,
                0,
                0,
                0,
                0,
                "",
                LIMITS);
    }

    private static void note(Map<String, Double> refused, String reason, double perSecond) {
        if (perSecond > 0) {
            refused.put(reason, perSecond);
        }
    }
}
