package com.byajbook.platform.overload.retry;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A bound on retries as a share of calls. Each call earns a part of a retry, a retry spends a whole one, and what is saved
 * is bounded: after a quiet day no more than a handful go out at once. While everything fails, at most the share is added to
 * the load of whoever is failing.
 *
 * <p>Plain: it knows no clock, so a slow hour earns no more than a fast minute. Safe for use by several threads, and never
 * waits.
 */
public final class RetryBudget {

    /** The most that is saved, and what a fresh one begins with: enough for the odd lost connection of a quiet service. */
    public static final int MOST_SAVED = 10;

    private static final long WHOLE = 100;

    private final LongSupplier sharePct;
    private final AtomicLong saved = new AtomicLong(MOST_SAVED * WHOLE);

    /**
     * A fresh one.
     *
     * @param sharePct retries per hundred calls, asked for at each call; 0 for none at all, not even the saved ones
     */
    public RetryBudget(LongSupplier sharePct) {
        this.sharePct = sharePct;
    }

    /** A call goes out for the first time. */
    public void called() {
        long earned = sharePct.getAsLong();
        saved.updateAndGet(before -> Math.min(MOST_SAVED * WHOLE, before + earned));
    }

    /** Whether a call may go out once more; if so it is paid for. */
    public boolean spend() {
        if (sharePct.getAsLong() == 0) {
            return false;
        }
        long before = saved.getAndUpdate(saving -> saving >= WHOLE ? saving - WHOLE : saving);
        return before >= WHOLE;
    }

    /** Whole retries that could go out now. */
    public long saved() {
        return saved.get() / WHOLE;
    }
}
