package com.byajbook.platform.control;

import com.byajbook.platform.limits.LiveLimit;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a limit may change, and what it becomes. */
final class ChangeRules {

    static final String REVERTED = "reverted automatically";
    static final String NOBODY = "byajbook";

    private ChangeRules() {}

    /** Why a change is refused; empty when it is not. */
    static Optional<ChangeOutcome> refusal(
            LiveLimit.Definition limit, @Nullable StoredLimit current, LimitChange change, Instant now) {
        Long value = change.value();
        if (value != null && !limit.allows(value)) {
            return Optional.of(new ChangeOutcome.OutOfBounds(limit, value));
        }
        long version = current == null ? 0 : current.version();
        // What has expired is about to get a version of its own: the operator decides on what comes out of that.
        if (version != change.version() || current != null && current.isExpired(now)) {
            return Optional.of(new ChangeOutcome.Stale(LimitView.of(limit, current, now)));
        }
        return Optional.empty();
    }

    /** The limit after a change that is not refused. */
    static LimitWrite changed(
            LiveLimit.Definition limit, @Nullable StoredLimit current, LimitChange change, Instant now) {
        boolean temporary = change.ttl() != null;
        StoredLimit next = new StoredLimit(
                limit.name(),
                change.value(),
                change.version() + 1,
                change.reason(),
                change.changedBy(),
                now,
                temporary ? now.plus(change.ttl()) : null,
                temporary ? lasting(current) : null);
        return new LimitWrite(
                next, ChangeKind.CHANGED, LimitView.of(limit, current, now).value(), next.valueFor(limit, now));
    }

    /** What was meant to stay: a temporary change on top of a temporary one does not make the first one last. */
    private static @Nullable Long lasting(@Nullable StoredLimit current) {
        if (current == null) {
            return null;
        }
        return current.expiresAt() == null ? current.value() : current.revertsTo();
    }

    /**
     * The limit after its time was over.
     *
     * @param limit null when the service does not know it any more; it is reverted all the same
     */
    static LimitWrite reverted(LiveLimit.@Nullable Definition limit, StoredLimit expired, Instant now) {
        StoredLimit next = new StoredLimit(
                expired.name(), expired.revertsTo(), expired.version() + 1, REVERTED, NOBODY, now, null, null);
        Instant inForce = expired.changedAt();
        return new LimitWrite(
                next,
                ChangeKind.REVERTED,
                limit == null ? expired.value() : Long.valueOf(expired.valueFor(limit, inForce)),
                limit == null ? expired.revertsTo() : Long.valueOf(next.valueFor(limit, now)));
    }
}
