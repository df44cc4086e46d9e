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

    /** Takes one, or takes none and tells in how many nanoseconds there will be one; 0 when it was taken. */
    long take(long now, UserLimits limits) {
        fill(now, limits);
        if (tokens >= 1) {
            tokens--;
            return 0;
        }
        return Math.max(1, (long) Math.ceil((1 - tokens) / limits.ratePerSecond() * NANOS));
    }

    private void fill(long now, UserLimits limits) {
        if (now > filledAt) {
            tokens += (now - filledAt) / NANOS * limits.ratePerSecond();
            filledAt = now;
        }
        tokens = Math.min(tokens, limits.burst());
    }
}
