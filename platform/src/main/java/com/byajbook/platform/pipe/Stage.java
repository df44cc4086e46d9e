package com.byajbook.platform.pipe;

import java.util.List;
import java.util.Map;

/**
 * One place where work can wait, as it was in the last second.
 *
 * @param name unique among those of its kind in its service, as {@code intake} or {@code pool.report}
 * @param kind where it stands in the pipe
 * @param inFlight what it works on now
 * @param width the most it works on at once; 0 where there is no such bound
 * @param queued what waits in front of it
 * @param maxQueued the most that may wait; 0 where nothing may
 * @param oldestMs how long the oldest that waits has waited
 * @param offeredPerSecond what came
 * @param admittedPerSecond what was let in
 * @param servedPerSecond what was finished
 * @param refusedPerSecond what was refused, by reason
 * @param p50Ms the median time in service, without the wait; 0 when nothing was served
 * @param p99Ms the 99th percentile of it
 * @param estimatedWaitMs what the newest of the lowest class would wait
 * @param targetMs the most that it may wait by promise; 0 where none is given
 * @param state one word when something is unusual: {@code breaker-open}, {@code disconnected}, {@code blocked}; else empty
 * @param limits the names of the live limits that belong to it
 */
public record Stage(
        String name,
        StageKind kind,
        long inFlight,
        long width,
        long queued,
        long maxQueued,
        double oldestMs,
        double offeredPerSecond,
        double admittedPerSecond,
        double servedPerSecond,
        Map<String, Double> refusedPerSecond,
        double p50Ms,
        double p99Ms,
        double estimatedWaitMs,
        double targetMs,
        String state,
        List<String> limits) {

    /** How full it is: 1 when all of its width is in use, more when its wait nears or passes the promise. */
    public double pressure() {
        double use = width == 0 ? 0 : (double) inFlight / width;
        double wait = targetMs == 0 ? 0 : estimatedWaitMs / targetMs;
        double backlog = maxQueued == 0 ? 0 : (double) queued / maxQueued;
        return Math.min(1, use) + Math.max(wait, backlog) + (state.isEmpty() ? 0 : 1);
    }
}
