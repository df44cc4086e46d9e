package com.byajbook.platform.overload.fairness;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is known of one user. The lock is held for some nanoseconds, and contended only by the same user's requests. */
final class UserRecord {

    private final TokenBucket bucket;
    private int inFlight;
    private int unreported;
    private long refusedUntil;

    UserRecord(long now, UserLimits limits) {
        this.bucket = new TokenBucket(now, limits.burst());
        this.refusedUntil = now;
    }

    synchronized @Nullable UserRefusal enter(long now, UserLimits limits, Duration whenFull) {
        UserRefusal refusal = lookAhead(now, limits, whenFull);
        if (refusal == null) {
            bucket.take(now, limits);
            inFlight++;
            unreported++;
        }
        return refusal;
    }

    /** What one that came now would be told; nothing is taken. */
    synchronized @Nullable UserRefusal lookAhead(long now, UserLimits limits, Duration whenFull) {
        if (inFlight >= limits.inFlight()) {
            return new UserRefusal(UserRefusal.IN_FLIGHT, limits.inFlight(), whenFull);
        }
        long wait = Math.max(refusedUntil - now, bucket.wait(now, limits));
        return wait > 0
                ? new UserRefusal(UserRefusal.RATE, Math.round(limits.ratePerSecond()), Duration.ofNanos(wait))
                : null;
    }

    /** What the other replicas have not been told of, once this one alone has given out half of the burst; else 0. */
    synchronized int report(long now, UserLimits limits) {
        if (bucket.left(now, limits) > limits.burst() / 2.0) {
            return 0;
        }
        int count = unreported;
        unreported = 0;
        return count;
    }

    synchronized void refuseUntil(long then) {
        refusedUntil = then;
    }

    synchronized void left() {
        inFlight--;
    }
}
