package com.byajbook.platform.control;

import com.byajbook.platform.limits.LiveLimit;
import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import java.util.Map;
import java.util.function.Function;

/** What became of an operator's wish. */
public sealed interface ChangeOutcome {

    /** It is stored, and the replicas follow it. */
    record Changed(ChangedLimit change) implements ChangeOutcome {}

    /** Somebody else changed the limit since it was read, or it reverted; nothing has changed now. */
    record Stale(LimitView current) implements ChangeOutcome {}

    /** The value lies outside of the bounds; nothing has changed. */
    record OutOfBounds(LiveLimit.Definition limit, long value) implements ChangeOutcome {}

    /** This service has no limit of that name. */
    record Unknown(String name) implements ChangeOutcome {}

    /** One answer for each outcome. */
    default <T> T fold(
            Function<Changed, T> changed,
            Function<Stale, T> stale,
            Function<OutOfBounds, T> outOfBounds,
            Function<Unknown, T> unknown) {
        if (this instanceof Changed outcome) {
            return changed.apply(outcome);
        }
        if (this instanceof Stale outcome) {
            return stale.apply(outcome);
        }
        if (this instanceof OutOfBounds outcome) {
            return outOfBounds.apply(outcome);
        }
        return unknown.apply((Unknown) this);
    }

    /**
     * The change, for surfaces that answer refusals as problems.
     *
     * @throws Failure with all that the caller needs to try again: the present version and value, or the bounds
     */
    default ChangedLimit getOrThrow() {
        return fold(
                Changed::change,
                stale -> {
                    throw staleVersion(stale.current());
                },
                refused -> {
                    throw outOfBounds(refused);
                },
                unknown -> {
                    throw unknownLimit(unknown.name());
                });
    }

    /** The failure that tells of a limit nobody knows. */
    static Failure unknownLimit(String name) {
        return Failure.notFound("There is no limit called " + name + " in this service.");
    }

    private static Failure staleVersion(LimitView current) {
        return Failure.conflict(
                ProblemType.STALE_VERSION,
                "Nothing was changed: " + current.name() + " is at version " + current.version() + " with the value "
                        + current.value() + " " + current.unit().words() + " by now. Read it again.",
                Map.of("limit", current.name(), "version", current.version(), "value", current.value()));
    }

    private static Failure outOfBounds(OutOfBounds refused) {
        LiveLimit.Definition limit = refused.limit();
        return Failure.refused(
                ProblemType.LIMIT_OUT_OF_BOUNDS,
                "Nothing was changed: " + limit.name() + " must lie between " + limit.min() + " and " + limit.max()
                        + " " + limit.unit().words() + ", not " + refused.value() + ".",
                Map.of("limit", limit.name(), "min", limit.min(), "max", limit.max()));
    }
}
