package com.byajbook.platform.overload.gate;

import java.util.concurrent.atomic.AtomicBoolean;

/** The right to use a gate's resource. Given back once, however often it is tried. */
public final class Permit {

    private final Gate gate;
    private final Admission admission;
    private final AtomicBoolean held = new AtomicBoolean(true);

    Permit(Gate gate, Admission admission) {
        this.gate = gate;
        this.admission = admission;
    }

    /** The work is done; how long it took counts. */
    public void done() {
        giveBack(true);
    }

    /** The work was not done; how long it took says nothing. */
    public void abandoned() {
        giveBack(false);
    }

    private void giveBack(boolean completed) {
        if (held.compareAndSet(true, false)) {
            gate.finish(admission, completed);
        }
    }
}
