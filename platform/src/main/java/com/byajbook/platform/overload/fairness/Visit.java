package com.byajbook.platform.overload.fairness;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One request of one user: refused, or counted as in flight until it is over. */
public final class Visit {

    private final UserRecord user;
    private final @Nullable UserRefusal refusal;
    private final AtomicBoolean isOver;

    Visit(UserRecord user, @Nullable UserRefusal refusal) {
        this.user = user;
        this.refusal = refusal;
        this.isOver = new AtomicBoolean(refusal != null);
    }

    /** Why not, if not. */
    public Optional<UserRefusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** The request is answered, failed or cancelled; what comes after the first time is nothing. */
    public void over() {
        if (isOver.compareAndSet(false, true)) {
            user.left();
        }
    }
}
