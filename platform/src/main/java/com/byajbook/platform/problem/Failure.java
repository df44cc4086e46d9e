package com.byajbook.platform.problem;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not done. The taxonomy is closed: what is not one of these is a mistake of ours.
 *
 * <p>A failure carries no stack trace: under overload thousands a second are made, and each says in words what happened.
 */
public abstract sealed class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;

    private Failure(ProblemType type, String detail, @Nullable Throwable cause) {
        super(detail, cause, false, false);
        this.type = type;
    }

    /** The caller sent something that is never valid. */
    public static Failure invalid(ProblemType type, String detail) {
        return new Invalid(type, detail);
    }

    /** The caller did not prove who it is. */
    public static Failure unauthenticated(ProblemType type, String detail) {
        return new Unauthenticated(type, detail);
    }

    /** The caller is known, and may not. */
    public static Failure forbidden(String detail) {
        return new Forbidden(detail);
    }

    /** Unknown, or somebody else's: the caller is not told which. */
    public static Failure notFound(String detail) {
        return new NotFound(detail);
    }

    /** The state of the thing does not allow it now; later it may. */
    public static Failure conflict(ProblemType type, String detail) {
        return conflict(type, detail, Map.of());
    }

    /** A conflict that also tells, by member of the problem body, what the thing is now. */
    public static Failure conflict(ProblemType type, String detail, Map<String, Object> members) {
        return new Conflict(type, detail, members);
    }

    /** A rule refuses it, and will refuse it again. */
    public static Failure refused(ProblemType type, String detail) {
        return refused(type, detail, Map.of());
    }

    /** A refusal that also tells, by member of the problem body, what the rule is. */
    public static Failure refused(ProblemType type, String detail, Map<String, Object> members) {
        return new RefusedByRule(type, detail, members);
    }

    /** More work than can be finished in time. */
    public static Failure overloaded(Overload overload) {
        return new Overloaded(ProblemType.OVERLOADED, overload);
    }

    /** More work than one user's share. */
    public static Failure rateLimited(Overload overload) {
        return new Overloaded(ProblemType.RATE_LIMITED, overload);
    }

    /** Whether the request was accepted cannot be said; the same key makes a retry safe. */
    public static Failure outcomeUnknown(Duration retryAfter) {
        return new OutcomeUnknown(retryAfter);
    }

    /** Something this call needs did not answer, or refuses to. */
    public static Failure unavailable(String dependency, @Nullable Throwable cause) {
        return new DependencyUnavailable(dependency, cause);
    }

    /** The time this call had is over. */
    public static Failure deadlinePassed(String what) {
        return new DeadlinePassed(what);
    }

    /** The failure behind an error that somebody, as Spring's database client does, has wrapped in one of its own. */
    public static Optional<Failure> behind(Throwable error) {
        for (Throwable t = error; t != null; t = t.getCause()) {
            if (t instanceof Failure failure) {
                return Optional.of(failure);
            }
        }
        return Optional.empty();
    }

    /** The type that the caller is told. */
    public ProblemType type() {
        return type;
    }

    /** When a retry is worth it; empty where a retry would meet the same answer. */
    public Optional<Duration> retryAfter() {
        return Optional.empty();
    }

    /** Members of the problem body beyond those of RFC 9457. */
    public Map<String, Object> members() {
        return Map.of();
    }

    /** The words that the caller reads. */
    public String detail() {
        String message = getMessage();
        return message == null ? type.title() : message;
    }

    /** Malformed or invalid input. */
    public static final class Invalid extends Failure {
        private static final long serialVersionUID = 1L;

        private Invalid(ProblemType type, String detail) {
            super(type, detail, null);
        }
    }

    /** Not authenticated. */
    public static final class Unauthenticated extends Failure {
        private static final long serialVersionUID = 1L;

        private Unauthenticated(ProblemType type, String detail) {
            super(type, detail, null);
        }
    }

    /** Not allowed. */
    public static final class Forbidden extends Failure {
        private static final long serialVersionUID = 1L;

        private Forbidden(String detail) {
            super(ProblemType.FORBIDDEN, detail, null);
        }
    }

    /** Unknown, or someone else's. */
    public static final class NotFound extends Failure {
        private static final long serialVersionUID = 1L;

        private NotFound(String detail) {
            super(ProblemType.NOT_FOUND, detail, null);
        }
    }

    /** Stale, or still in flight. */
    public static final class Conflict extends Failure {
        private static final long serialVersionUID = 1L;

        private final transient Map<String, Object> members;

        private Conflict(ProblemType type, String detail, Map<String, Object> members) {
            super(type, detail, null);
            this.members = Map.copyOf(members);
        }

        @Override
        public Map<String, Object> members() {
            return members;
        }
    }

    /** Refused by a rule. */
    public static final class RefusedByRule extends Failure {
        private static final long serialVersionUID = 1L;

        private final transient Map<String, Object> members;

        private RefusedByRule(ProblemType type, String detail, Map<String, Object> members) {
            super(type, detail, null);
            this.members = Map.copyOf(members);
        }

        @Override
        public Map<String, Object> members() {
            return members;
        }
    }

    /** Shed, with the reason and an appointment. */
    public static final class Overloaded extends Failure {
        private static final long serialVersionUID = 1L;

        private final transient Overload overload;

        private Overloaded(ProblemType type, Overload overload) {
            super(
                    type,
                    "Nothing was done. The limit " + overload.limit() + " of " + overload.limitValue()
                            + " does not allow it now; retry after "
                            + overload.retryAfter().toMillis() + " ms, with the same Idempotency-Key if it has one.",
                    null);
            this.overload = overload;
        }

        /** What the caller is told beside the problem. */
        public Overload overload() {
            return overload;
        }

        @Override
        public Optional<Duration> retryAfter() {
            return Optional.of(overload.retryAfter());
        }

        @Override
        public Map<String, Object> members() {
            return Map.of(
                    "reason", overload.reason(),
                    "class", overload.trafficClass(),
                    "estimatedWaitMs", overload.estimatedWait().toMillis(),
                    "limit", overload.limit(),
                    "limitValue", overload.limitValue());
        }
    }

    /** Perhaps accepted. */
    public static final class OutcomeUnknown extends Failure {
        private static final long serialVersionUID = 1L;

        private final Duration retryAfter;

        private OutcomeUnknown(Duration retryAfter) {
            super(
                    ProblemType.OUTCOME_UNKNOWN,
                    "The request may or may not have been accepted. Retry with the same Idempotency-Key: it counts once.",
                    null);
            this.retryAfter = retryAfter;
        }

        @Override
        public Optional<Duration> retryAfter() {
            return Optional.of(retryAfter);
        }
    }

    /** A dependency is unavailable. */
    public static final class DependencyUnavailable extends Failure {
        private static final long serialVersionUID = 1L;
        private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

        private DependencyUnavailable(String dependency, @Nullable Throwable cause) {
            super(
                    ProblemType.DEPENDENCY_UNAVAILABLE,
                    dependency + " is not available at the moment; retry shortly.",
                    cause);
        }

        @Override
        public Optional<Duration> retryAfter() {
            return Optional.of(RETRY_AFTER);
        }
    }

    /** The deadline passed. */
    public static final class DeadlinePassed extends Failure {
        private static final long serialVersionUID = 1L;

        private DeadlinePassed(String what) {
            super(ProblemType.DEADLINE_PASSED, what + " could not be finished in the time it had.", null);
        }
    }
}
