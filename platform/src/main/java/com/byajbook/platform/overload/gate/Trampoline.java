package com.byajbook.platform.overload.gate;

import java.util.ArrayDeque;
import java.util.List;

/**
 * Runs what follows from a decision on the thread that made it, one after the other. Work that ends at once lets the next
 * one in, which may end at once too: without this the stack would grow with the length of the queue.
 */
final class Trampoline {

    /** Belongs to the thread's stack, not to anybody's context: it is empty again whenever the outermost call returns. */
    private static final ThreadLocal<Trampoline> OF_THREAD = ThreadLocal.withInitial(Trampoline::new);

    private final ArrayDeque<Gate.Consequence> due = new ArrayDeque<>();
    private boolean running;

    private Trampoline() {}

    static void run(List<Gate.Consequence> consequences) {
        if (!consequences.isEmpty()) {
            OF_THREAD.get().add(consequences);
        }
    }

    private void add(List<Gate.Consequence> consequences) {
        due.addAll(consequences);
        if (running) {
            return;
        }
        running = true;
        try {
            for (Gate.Consequence next = due.poll(); next != null; next = due.poll()) {
                next.settle();
            }
        } finally {
            running = false;
        }
    }
}
