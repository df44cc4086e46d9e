package com.byajbook.platform.overload.admission;

import java.time.Duration;

/**
 * The bounds of one gate.
 *
 * @param width the most at work at once
 * @param maxQueued the most that wait
 * @param targets the longest wait that each class is let in with
 * @param floorEvery every so many starts the one that has waited longest goes first, whatever its class; 0 for never
 * @param longestAppointment the longest time after which somebody is told to come back
 */
public record GateLimits(int width, int maxQueued, Targets targets, int floorEvery, Duration longestAppointment) {

    public GateLimits {
        if (width < 1 || maxQueued < 0 || floorEvery < 0 || longestAppointment.isNegative()) {
            throw new IllegalArgumentException("a gate needs a width of at least 1 and no negative bound");
        }
    }

    /** The same with another width. */
    public GateLimits withWidth(int changed) {
        return new GateLimits(changed, maxQueued, targets, floorEvery, longestAppointment);
    }

    /** The same with another queue. */
    public GateLimits withMaxQueued(int changed) {
        return new GateLimits(width, changed, targets, floorEvery, longestAppointment);
    }

    /** The same with another target of one class. */
    public GateLimits withTarget(TrafficClass trafficClass, Duration changed) {
        return new GateLimits(width, maxQueued, targets.with(trafficClass, changed), floorEvery, longestAppointment);
    }

    /** The same with another floor. */
    public GateLimits withFloorEvery(int changed) {
        return new GateLimits(width, maxQueued, targets, changed, longestAppointment);
    }

    /** The longest wait of each class. */
    public record Targets(Duration critical, Duration high, Duration normal, Duration low) {

        /** That of a class. */
        public Duration of(TrafficClass trafficClass) {
            return switch (trafficClass) {
                case CRITICAL -> critical;
                case HIGH -> high;
                case NORMAL -> normal;
                case LOW -> low;
            };
        }

        Targets with(TrafficClass trafficClass, Duration changed) {
            return new Targets(
                    trafficClass == TrafficClass.CRITICAL ? changed : critical,
                    trafficClass == TrafficClass.HIGH ? changed : high,
                    trafficClass == TrafficClass.NORMAL ? changed : normal,
                    trafficClass == TrafficClass.LOW ? changed : low);
        }
    }
}
