package com.byajbook.platform.overload.simulation;

import java.util.ArrayDeque;
import java.util.Deque;

/** Something that works on so many at once; whoever comes beyond that stands in its own line, as at a connection pool. */
class Resource {

    /** Somebody's work, and what follows. */
    protected record Work(Attempt attempt, Runnable done, long givenUpAt, Runnable givenUp) {}

    private final Timeline timeline;
    private final int width;
    private final Deque<Work> line = new ArrayDeque<>();
    private long stopsAt = Long.MAX_VALUE;
    private long goesOnAt = Long.MAX_VALUE;
    private int working;

    Resource(Timeline timeline, int width) {
        this.timeline = timeline;
        this.width = width;
    }

    int width() {
        return width;
    }

    /** Nothing ends in between. */
    void stop(long from, long to) {
        stopsAt = from;
        goesOnAt = to;
    }

    /** Works on it as soon as there is room. */
    void work(Attempt attempt, Runnable done) {
        work(attempt, done, Long.MAX_VALUE, () -> {});
    }

    /** Works on it as soon as there is room, unless that is only after the given time. */
    void work(Attempt attempt, Runnable done, long givenUpAt, Runnable givenUp) {
        Work work = new Work(attempt, done, givenUpAt, givenUp);
        if (working < width) {
            working++;
            begin(work);
        } else {
            line.add(work);
        }
    }

    /** The work begins; whoever does it says when it has ended. */
    protected void begin(Work work) {
        timeline.at(endOf(work.attempt().serviceNanos), () -> end(work));
    }

    private long endOf(long serviceNanos) {
        long begin = timeline.now();
        long end = begin + serviceNanos;
        boolean untouched = end < stopsAt || begin >= goesOnAt;
        return untouched ? end : end + goesOnAt - Math.max(begin, stopsAt);
    }

    /** The work is done. */
    protected final void end(Work work) {
        working--;
        work.done().run();
        while (working < width && !line.isEmpty()) {
            Work next = line.remove();
            if (timeline.now() > next.givenUpAt()) {
                next.givenUp().run();
            } else {
                working++;
                begin(next);
            }
        }
    }
}
