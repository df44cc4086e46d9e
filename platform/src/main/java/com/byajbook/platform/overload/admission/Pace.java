package com.byajbook.platform.overload.admission;

import java.util.ArrayList;
import java.util.List;

/** How fast a gate's resource works: what every estimate and every appointment is made of. */
final class Pace {

    private static final double NANOS = 1e9;

    private final ServiceTime serviceTime;
    private final Rate[] starts = new Rate[TrafficClass.COUNT];
    private final Appointments appointments;
    private long lastProgressNanos;

    Pace(GateState state) {
        this.serviceTime = new ServiceTime(state.meanServiceNanos());
        this.appointments = new Appointments(state.nextSlots());
        this.lastProgressNanos = state.lastProgressNanos();
        for (int index = 0; index < starts.length; index++) {
            long[] rate = state.startRates().get(index);
            starts[index] = new Rate(rate[0], rate[1], rate[2]);
        }
    }

    /** One was let in. */
    void started(long now, TrafficClass trafficClass, boolean nowFull) {
        starts[trafficClass.ordinal()].count(now);
        if (nowFull) {
            lastProgressNanos = now;
        }
    }

    /** One gave its place back without telling how long such work takes. */
    void ended(long now) {
        lastProgressNanos = now;
    }

    /** One was done after this long. */
    void completed(long now, long tookNanos) {
        lastProgressNanos = now;
        serviceTime.observe(tookNanos);
    }

    double meanNanos() {
        return serviceTime.meanNanos();
    }

    /** The time between two starts at a full gate. While nothing ends, all that is known is that it takes longer now. */
    double intervalNanos(long now, int width) {
        double silence = (now - lastProgressNanos) / 2.0;
        return Math.max(serviceTime.meanNanos(), silence) / width;
    }

    /** After what time the next one of a class shall come. */
    long appointment(TrafficClass trafficClass, long now, long roomInNanos, GateLimits limits, long id) {
        return appointments.book(
                trafficClass,
                now,
                roomInNanos,
                starts[trafficClass.ordinal()].perSecond(now),
                NANOS / intervalNanos(now, limits.width()),
                limits.longestAppointment().toNanos(),
                id);
    }

    long lastProgressNanos() {
        return lastProgressNanos;
    }

    List<long[]> startRates() {
        List<long[]> states = new ArrayList<>(starts.length);
        for (Rate rate : starts) {
            states.add(rate.state());
        }
        return states;
    }

    long[] nextSlots() {
        return appointments.state();
    }
}
