package com.byajbook.localstack.sandbox.upi;

import com.byajbook.localstack.sandbox.upi.UpiTransaction.Status;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Ends transactions as their behaviour says, and counts the ends: money that moved, however often it was asked for. */
final class Endings {
    private final References references;
    private final Clock clock;
    private final LongAdder succeeded = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder deemed = new LongAdder();
    private final LongAdder reversed = new LongAdder();

    Endings(References references, Clock clock) {
        this.references = references;
        this.clock = clock;
    }

    End of(Behaviour behaviour) {
        return switch (behaviour.outcome()) {
            case FAILURE -> counted(failed, Status.FAILED, null, "INSUFFICIENT_FUNDS");
            case DEEMED_SUCCESS -> counted(deemed, Status.DEEMED_SUCCESS, references.next(), null);
            case SUCCESS, LATE_SUCCESS, SUBMIT_TIMEOUT, REVERSED_LATER ->
                counted(succeeded, Status.SUCCEEDED, references.next(), null);
            case NEVER -> throw new IllegalStateException("What never ends was ended");
        };
    }

    End reversalOf(End success) {
        return counted(reversed, Status.REVERSED, success.utr(), "RETURNED_BY_BANK");
    }

    private End counted(LongAdder counter, Status status, @Nullable String utr, @Nullable String reason) {
        counter.increment();
        return new End(status, utr, reason, clock.instant());
    }

    Map<String, Object> counters() {
        Map<String, Object> counters = new LinkedHashMap<>();
        counters.put("succeeded", succeeded.sum());
        counters.put("failed", failed.sum());
        counters.put("deemedSuccess", deemed.sum());
        counters.put("reversed", reversed.sum());
        return counters;
    }

    void reset() {
        List.of(succeeded, failed, deemed, reversed).forEach(LongAdder::reset);
    }
}
