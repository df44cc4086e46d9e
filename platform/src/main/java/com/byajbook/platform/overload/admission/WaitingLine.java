package com.byajbook.platform.overload.admission;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All tickets that wait at a gate: by class, and within a class in the order in which they came. */
final class WaitingLine {

    private final ClassQueue[] queues = new ClassQueue[TrafficClass.COUNT];
    private int size;

    WaitingLine() {
        for (int index = 0; index < queues.length; index++) {
            queues[index] = new ClassQueue();
        }
    }

    int size() {
        return size;
    }

    /** How many of this class or a more important one wait. */
    int upTo(TrafficClass trafficClass) {
        int count = 0;
        for (int index = 0; index <= trafficClass.ordinal(); index++) {
            count += queues[index].size();
        }
        return count;
    }

    void add(Ticket ticket) {
        queues[ticket.trafficClass().ordinal()].add(ticket);
        size++;
    }

    void remove(Ticket ticket) {
        queues[ticket.trafficClass().ordinal()].remove(ticket);
        size--;
    }

    /** The oldest of the most important class that waits. */
    @Nullable
    Ticket mostImportant() {
        for (ClassQueue queue : queues) {
            Ticket oldest = queue.oldest();
            if (oldest != null) {
                return oldest;
            }
        }
        return null;
    }

    /** The oldest of all. */
    @Nullable
    Ticket longestWaiting() {
        Ticket longest = null;
        for (ClassQueue queue : queues) {
            Ticket oldest = queue.oldest();
            if (oldest != null && (longest == null || oldest.arrivedNanos < longest.arrivedNanos)) {
                longest = oldest;
            }
        }
        return longest;
    }

    /** The newest of the least important class, if that is less important than the given one. */
    @Nullable
    Ticket newestBelow(TrafficClass trafficClass) {
        for (int index = queues.length - 1; index > trafficClass.ordinal(); index--) {
            Ticket newest = queues[index].newest();
            if (newest != null) {
                return newest;
            }
        }
        return null;
    }

    /** The oldest of a class when its time is over. */
    @Nullable
    Ticket expired(int classIndex, long now) {
        Ticket oldest = queues[classIndex].oldest();
        return oldest != null && now > oldest.expiresNanos ? oldest : null;
    }

    boolean hasExpired(long now) {
        for (int index = 0; index < queues.length; index++) {
            if (expired(index, now) != null) {
                return true;
            }
        }
        return false;
    }

    void forEach(Consumer<Ticket> action) {
        for (ClassQueue queue : queues) {
            queue.forEach(action);
        }
    }
}
