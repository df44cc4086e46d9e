package com.byajbook.api.admission;

import com.byajbook.platform.deadline.Deadline;
import com.byajbook.platform.limits.LiveLimit;
import com.byajbook.platform.overload.admission.Appointments;
import com.byajbook.platform.overload.admission.TrafficClass;
import com.byajbook.platform.overload.ingress.Rejection;
import com.byajbook.platform.overload.ingress.RequestHead;
import com.byajbook.platform.overload.ingress.TurnAway;
import com.byajbook.platform.pipe.Stage;
import com.byajbook.platform.pipe.StageKind;
import com.byajbook.platform.pipe.StageSource;
import com.byajbook.platform.problem.Overload;
import com.byajbook.platform.problem.ProblemType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what would be accepted and then lie in queues for longer than it is promised. Its width is what the owners take
 * off; it holds nobody, for what is accepted waits on disk.
 */
final class PipelineGate implements TurnAway, StageSource {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final double NANOS = 1e9;

    private final String name;
    private final DrainLine line;
    private final LiveLimit target;
    private final LongSupplier unpublished;
    private final LongSupplier nanoClock;
    private final LongAdder refused = new LongAdder();
    private final Appointments appointments;
    private long lastId;
    private long lastRefused;
    private long lastNanos;

    /**
     * A gate in front of the queues that what it lets in has to pass.
     *
     * @param name as {@code pipeline.applications}
     * @param target the longest wait that is promised, in milliseconds
     * @param unpublished what is accepted and not with the broker yet
     */
    PipelineGate(String name, DrainLine line, LiveLimit target, LongSupplier unpublished, LongSupplier nanoClock) {
        this.name = name;
        this.line = line;
        this.target = target;
        this.unpublished = unpublished;
        this.nanoClock = nanoClock;
        this.lastNanos = nanoClock.getAsLong();
        this.appointments = Appointments.fresh(lastNanos);
    }

    /** The caller's own deadline is for the word that it is accepted, which does not wait for the owner. */
    @Override
    public @Nullable Rejection turnAway(RequestHead head, TrafficClass trafficClass, Deadline deadline) {
        long now = nanoClock.getAsLong();
        long behind = unpublished.getAsLong();
        Duration wait = line.waitBehind(now, behind);
        Duration excess = wait.minusMillis(target.value());
        arrived(now, behind);
        if (excess.isNegative() || excess.isZero()) {
            return null;
        }
        refused.increment();
        return new Rejection(
                ProblemType.OVERLOADED,
                new Overload(
                        name + ".wait-too-long",
                        trafficClass.word(),
                        wait,
                        target.definition().name(),
                        target.value(),
                        appointment(now, behind, excess)));
    }

    private synchronized void arrived(long now, long behind) {
        appointments.arrived(now, line.perSecond(now, behind));
    }

    /** When the queue will have shrunk to what is promised, and the owner has taken off those who were told to come before. */
    private synchronized Duration appointment(long now, long behind, Duration excess) {
        return Duration.ofNanos(
                appointments.book(now, excess.toNanos(), line.perSecond(now, behind), LONGEST.toNanos(), ++lastId));
    }

    @Override
    public synchronized Stage stage() {
        long now = nanoClock.getAsLong();
        double seconds = Math.max(1, now - lastNanos) / NANOS;
        long total = refused.sum();
        double rate = (total - lastRefused) / seconds;
        lastNanos = now;
        lastRefused = total;
        long behind = unpublished.getAsLong();
        return new Stage(
                name,
                StageKind.QUEUE,
                0,
                0,
                line.waiting(now) + behind,
                0,
                0,
                rate,
                0,
                0,
                rate > 0 ? Map.of("wait-too-long", rate) : Map.of(),
                0,
                0,
                line.waitBehind(now, behind).toMillis(),
                target.value(),
                "",
                List.of(target.definition().name()));
    }
}
