package com.byajbook.loadtests.harness;

import com.byajbook.localstack.processes.Termination;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition, never for a time. */
public final class Patience {

    private Patience() {}

    /** Returns once the condition holds. */
    public static void until(BooleanSupplier condition, Duration limit, String what) {
        until(condition, limit, () -> what);
    }

    /**
     * Returns once the condition holds.
     *
     * @throws HarnessException when it does not within the limit, with a description made at that moment
     */
    public static void until(BooleanSupplier condition, Duration limit, Supplier<String> what) {
        if (!Termination.waitUntil(condition, limit)) {
            throw new HarnessException("Waited " + limit.toSeconds() + " s in vain: " + what.get());
        }
    }
}
