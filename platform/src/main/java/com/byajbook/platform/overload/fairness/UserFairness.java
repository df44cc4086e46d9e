package com.byajbook.platform.overload.fairness;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one user from taking what belongs to all: a token bucket and a cap of requests in flight for each.
 *
 * <p>Bounded in two generations: when the young one is full it becomes the old one, and users who did not come since are
 * forgotten. Who is forgotten begins anew with a full bucket and nothing in flight, which errs in favour of somebody who
 * came rarely; whoever comes all the time is never forgotten. May be called from any thread.
 */
public final class UserFairness {

    private static final Duration WHEN_FULL = Duration.ofSeconds(1);

    private final Supplier<UserLimits> limits;
    private final int maxAGeneration;
    private volatile Map<String, UserRecord> young = new ConcurrentHashMap<>();
    private volatile Map<String, UserRecord> old = new ConcurrentHashMap<>();

    /**
     * Fairness among users.
     *
     * @param limits what each may take; asked each time, so that it may change
     * @param maxUsers how many are remembered at most, at least 2
     */
    public UserFairness(Supplier<UserLimits> limits, int maxUsers) {
        if (maxUsers < 2) {
            throw new IllegalArgumentException("at least two users have to be remembered");
        }
        this.limits = limits;
        this.maxAGeneration = maxUsers / 2;
    }

    /** A request of a user begins, or is refused; in both cases the visit says so. */
    public Visit enter(long now, String user) {
        UserLimits current = limits.get();
        UserRecord known = recordOf(now, user, current);
        return new Visit(known, current, known.enter(now, current, WHEN_FULL));
    }

    /** The refusal that a request of a user would get now, or null; nothing is taken, and nobody new is remembered. */
    public @Nullable UserRefusal lookAhead(long now, String user) {
        UserRecord known = young.get(user);
        UserRecord either = known == null ? old.get(user) : known;
        return either == null ? null : either.lookAhead(now, limits.get(), WHEN_FULL);
    }

    /** How many users are remembered now. */
    public int remembered() {
        return young.size() + old.size();
    }

    private UserRecord recordOf(long now, String user, UserLimits current) {
        UserRecord known = young.get(user);
        if (known != null) {
            return known;
        }
        UserRecord aged = old.get(user);
        return remember(user, aged == null ? new UserRecord(now, current) : aged);
    }

    /** Two threads may turn at once and forget a generation more: those users begin anew. */
    private UserRecord remember(String user, UserRecord one) {
        if (young.size() >= maxAGeneration) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
        @Nullable UserRecord other = young.putIfAbsent(user, one);
        return other == null ? one : other;
    }
}
