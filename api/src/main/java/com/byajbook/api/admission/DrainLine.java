package com.byajbook.api.admission;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * Queues that work passes one after the other. While it waits in one of them, the next ones are worked off too, so it waits
 * for as long as the slowest of them lets it.
 *
 * @param queues in the order in which work comes to them, at least one
 */
record DrainLine(List<DrainEstimate> queues) {

    DrainLine {
        queues = List.copyOf(queues);
        if (queues.isEmpty()) {
            throw new IllegalArgumentException("a line has a queue");
        }
    }

    static DrainLine of(DrainEstimate... queues) {
        return new DrainLine(List.of(queues));
    }

    /** What waits in all of them, as far as is known. */
    long waiting(long now) {
        return queues.stream().mapToLong(queue -> queue.waiting(now)).sum();
    }

    /** How many the slowest takes off in a second. */
    double perSecond(long now, long unpublished) {
        return slowest(now, unpublished).perSecond();
    }

    /** The wait of one that is accepted now, behind so many that have not come to the first queue yet. */
    Duration waitBehind(long now, long unpublished) {
        return wait(slowest(now, unpublished), now, unpublished);
    }

    private DrainEstimate slowest(long now, long unpublished) {
        return queues.stream()
                .max(Comparator.comparing(queue -> wait(queue, now, unpublished)))
                .orElseThrow();
    }

    /** What is not with the broker yet comes to the first queue; how much of it comes to the others, and when, the first decides. */
    private Duration wait(DrainEstimate queue, long now, long unpublished) {
        return queue.waitBehind(now, queue == queues.get(0) ? unpublished : 0);
    }
}
