package com.byajbook.platform.overload.simulation;

import java.util.ArrayList;
import java.util.List;

/** All arms, ours first. */
final class Arms {

    /** What one is told who is refused without an appointment. */
    static final long NO_BETTER_NANOS = 1_000_000_000L;

    static final List<Arm.Kind> ALL = all();

    private Arms() {}

    private static List<Arm.Kind> all() {
        List<Arm.Kind> arms = new ArrayList<>(List.of(PromiseArm.KIND));
        arms.addAll(List.of(OtherArms.values()));
        return List.copyOf(arms);
    }
}
