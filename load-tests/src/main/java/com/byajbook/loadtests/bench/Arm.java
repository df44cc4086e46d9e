package com.byajbook.loadtests.bench;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/** One way to do the same work. */
public interface Arm extends AutoCloseable {
    String name();

    /** Does the work for a while, as fast as it can, and leaves nothing undone behind. */
    Work run(Duration window);

    /** Brings the arm to rest, so that it takes no processor time from the next one. */
    void settle();

    /** Processor seconds of its service process; 0 for an arm without one. */
    double serviceCpuSeconds();

    /** How many were acknowledged since the arm exists, those of warm-ups too. */
    long acknowledged();

    /** How many rows there are. */
    long stored();

    @Override
    void close();

    /** What a window brought. @param completed within the window @param refused within the window */
    record Work(long completed, long refused, double seconds, Histogram latency) {}
}
