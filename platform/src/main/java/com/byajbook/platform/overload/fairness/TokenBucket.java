package com.byajbook.platform.overload.fairness;

/** A rate with a burst: a token for each request, and so many tokens a second, up to the burst. Full at first. */
final class TokenBucket {

    private static final double NANOS = 1e9;

    private double tokens;
    private long filledAt;

    TokenBucket(long now, int burst) {
        this.tokens = burst;
        this.filledAt = now;
    }

    /** Takes one; somebody has asked whether there is one. */
    void take(long now, UserLimits limits) {
        fill(now, limits);
        tokens--;
    }

    /** In how many nanoseconds there will be one; 0 when there is. */
    long wait(long now, UserLimits limits) {
        fill(now, limits);
        return tokens >= 1 ? 0 : Math.max(1, (long) Math.ceil((1 - tokens) / limits.ratePerSecond() * NANOS));
    }

    /** How many there are. */
    double left(long now, UserLimits limits) {
        fill(now, limits);
        return tokens;
    }

    private void fill(long now, UserLimits limits) {
        if (now > filledAt) {
            tokens += (now - filledAt) / NANOS * limits.ratePerSecond();
            filledAt = now;
        }
        tokens = Math.min(tokens, limits.burst());
    }
}
