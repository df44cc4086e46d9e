package com.byajbook.platform.overload.fairness;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is known of one user. The lock is held for some nanoseconds, and contended only by the same user's requests. */
final class UserRecord {

    private final TokenBucket bucket;
    private int inFlight;

    UserRecord(long now, UserLimits limits) {
        this.bucket = new TokenBucket(now, limits.burst());
    }

    synchronized @Nullable UserRefusal enter(long now, UserLimits limits, Duration whenFull) {
        if (inFlight >= limits.inFlight()) {
            return new UserRefusal(UserRefusal.IN_FLIGHT, limits.inFlight(), whenFull);
        }
        long wait = bucket.take(now, limits);
        if (wait > 0) {
            return new UserRefusal(UserRefusal.RATE, Math.round(limits.ratePerSecond()), Duration.ofNanos(wait));
        }
        inFlight++;
        return null;
    }

    synchronized void left() {
        inFlight--;
    }
}
