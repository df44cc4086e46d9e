package com.byajbook.platform.overload.fairness;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One request of one user: refused, or counted as in flight until it is over. */
public final class Visit {

    private final UserRecord user;
    private final UserLimits limits;
    private final @Nullable UserRefusal refusal;
    private final AtomicBoolean isOver;

    Visit(UserRecord user, UserLimits limits, @Nullable UserRefusal refusal) {
        this.user = user;
        this.limits = limits;
        this.refusal = refusal;
        this.isOver = new AtomicBoolean(refusal != null);
    }

    /** Why not, if not. */
    public Optional<UserRefusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** What the user may take, as it was when the request came. */
    public UserLimits limits() {
        return limits;
    }

    /**
     * How many requests of the user were let in here that the other replicas have not been told of; 0 while the user has
     * taken little, so that nobody is asked about those who are no trouble. What was told is not told again.
     */
    public int report(long now) {
        return user.report(now, limits);
    }

    /** All replicas together have given the user enough: the refusal of this request, and of all for so long. */
    public UserRefusal refuseFor(long now, Duration wait) {
        over();
        user.refuseUntil(now + wait.toNanos());
        return new UserRefusal(UserRefusal.RATE, Math.round(limits.ratePerSecond()), wait);
    }

    /** The request is answered, failed or cancelled; what comes after the first time is nothing. */
    public void over() {
        if (isOver.compareAndSet(false, true)) {
            user.left();
        }
    }
}
