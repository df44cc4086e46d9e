package com.byajbook.platform.overload.decisions;

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
