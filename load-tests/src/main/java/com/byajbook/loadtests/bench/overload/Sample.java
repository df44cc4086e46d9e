package com.byajbook.loadtests.bench.overload;

import com.byajbook.loadtests.bench.openloop.Kind;
import com.byajbook.loadtests.bench.openloop.Tally;

/**
 * One window of one arm.
 *
 * @param apiCpu processor seconds of the api
 * @param cpu processor seconds of all services, PostgreSQL and RabbitMQ
 * @param residentMegabytes of the four services, at its end
 * @param behindSeconds how long after its end until all that was accepted in it had been worked off
 */
record Sample(Tally tally, double apiCpu, double cpu, double residentMegabytes, double behindSeconds) {

    private static final double THOUSAND = 1_000.0;

    double goodput() {
        return tally.goodputPerSecond();
    }

    /** What was answered well, by the time that it took until all of it had been worked off too: what can go on for ever. */
    double sustained() {
        double good = tally.total().good();
        return good == 0 ? 0 : good / (good / goodput() + behindSeconds);
    }

    double p99Millis() {
        return tally.percentileMillis(99);
    }

    double apiMillisPerServed() {
        return apiCpu * THOUSAND / tally.total().good();
    }

    double millisPerServed() {
        return cpu * THOUSAND / tally.total().good();
    }

    /** What the api used beyond its served requests, for each that it refused. */
    double apiMillisPerRejection(double millisPerServed) {
        return (apiCpu * THOUSAND - tally.total().good() * millisPerServed)
                / Math.max(1, tally.total().refusals());
    }

    double critical() {
        return tally.of(Kind.PAYMENT).successRatio();
    }
}
