package com.byajbook.localstack.sandbox.upi;

import com.byajbook.localstack.sandbox.upi.UpiTransaction.Standing;
import com.byajbook.localstack.sandbox.upi.UpiTransaction.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Ends transactions as their behaviour says, and counts the ends: money that moved, however often it was asked for. */
final class Endings {
    private final References references;
    private final LongAdder succeeded = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder deemed = new LongAdder();

    Endings(References references) {
        this.references = references;
    }

    Standing of(Behaviour behaviour) {
        return switch (behaviour.outcome()) {
            case FAILURE -> counted(failed, new Standing(Status.FAILED, null, "INSUFFICIENT_FUNDS"));
            case DEEMED_SUCCESS -> counted(deemed, new Standing(Status.DEEMED_SUCCESS, references.next(), null));
            case SUCCESS, LATE_SUCCESS, SUBMIT_TIMEOUT ->
                counted(succeeded, new Standing(Status.SUCCEEDED, references.next(), null));
            case NEVER -> Standing.PENDING;
        };
    }

    private static Standing counted(LongAdder counter, Standing standing) {
        counter.increment();
        return standing;
    }

    Map<String, Object> counters() {
        Map<String, Object> counters = new LinkedHashMap<>();
        counters.put("succeeded", succeeded.sum());
        counters.put("failed", failed.sum());
        counters.put("deemedSuccess", deemed.sum());
        return counters;
    }

    void reset() {
        List.of(succeeded, failed, deemed).forEach(LongAdder::reset);
    }
}
