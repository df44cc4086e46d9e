package com.byajbook.platform.overload.decisions;

import com.byajbook.platform.overload.admission.TrafficClass;

/** What an event in the log is: the lower three bits of its first byte. Their order is part of the format. */
enum EventKind {
    ARRIVED,
    LEFT,
    FINISHED,
    SWEPT,
    LIMITED,
    STARTED,
    REFUSED;

    static final int BITS = 3;
    private static final int MASK = (1 << BITS) - 1;
    private static final EventKind[] KINDS = values();

    private static final int HURRIED = 1;
    private static final int LATE = 1 << BITS;

    /** An arrival's argument: its class, whether it has a deadline, and whether it waited before the gate. */
    static int arrival(TrafficClass trafficClass, boolean hurried, boolean late) {
        return trafficClass.ordinal() << 1 | (hurried ? HURRIED : 0) | (late ? LATE : 0);
    }

    static int classIn(int arrival) {
        return (arrival & LATE - 1) >>> 1;
    }

    static boolean isHurried(int arrival) {
        return (arrival & HURRIED) != 0;
    }

    static boolean isLate(int arrival) {
        return (arrival & LATE) != 0;
    }

    int with(int argument) {
        return ordinal() | argument << BITS;
    }

    static EventKind of(int first) {
        int index = first & MASK;
        if (index >= KINDS.length) {
            throw DecisionLogException.damaged("it has an event of an unknown kind");
        }
        return KINDS[index];
    }

    static int argumentOf(int first) {
        return first >>> BITS;
    }
}
