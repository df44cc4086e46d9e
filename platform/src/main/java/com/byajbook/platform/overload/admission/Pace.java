package com.byajbook.platform.overload.admission;

/** How fast a gate's resource works: what every estimate and every appointment is made of. */
final class Pace {

    private static final double NANOS = 1e9;

    private final ServiceTime serviceTime;
    private final Throughput throughput;
    private final Appointments appointments;
    private long lastProgressNanos;

    Pace(GateState state) {
        this.serviceTime = new ServiceTime(state.meanServiceNanos());
        this.throughput = new Throughput(state.throughput());
        this.appointments = new Appointments(new Calendar(state.appointments()));
        this.lastProgressNanos = state.lastProgressNanos();
    }

    /** One came, whatever becomes of it. */
    void arrived(long now, int width) {
        appointments.arrived(now, perSecond(now, width));
    }

    /** The last free place was taken: from now on it means something when nothing ends. */
    void filledUp(long now) {
        lastProgressNanos = now;
    }

    /** One gave its place back without telling how long such work takes. */
    void ended(long now) {
        lastProgressNanos = now;
    }

    /** One was done after this long. */
    void completed(long now, long tookNanos) {
        lastProgressNanos = now;
        serviceTime.observe(tookNanos);
        throughput.done(now);
    }

    double meanNanos() {
        return serviceTime.meanNanos();
    }

    /** The time between two starts at a full gate. While nothing ends, all that is known is that it takes longer now. */
    double intervalNanos(long now, int width) {
        double silence = (now - lastProgressNanos) / 2.0;
        return Math.max(serviceTime.meanNanos(), silence) / width;
    }

    /** After what time the next one shall come. */
    long appointment(long now, long roomInNanos, GateLimits limits, long id) {
        throughput.refused(now);
        return appointments.book(
                now,
                roomInNanos,
                perSecond(now, limits.width()),
                limits.longestAppointment().toNanos(),
                id);
    }

    /** As of work that ends: a stall says when it goes on at the earliest, and nothing of how fast. */
    private double perSecond(long now, int width) {
        return throughput.perSecond(now, NANOS * width / serviceTime.meanNanos());
    }

    long lastProgressNanos() {
        return lastProgressNanos;
    }

    long[] throughput() {
        return throughput.state();
    }

    long[] appointments() {
        return appointments.state();
    }
}
