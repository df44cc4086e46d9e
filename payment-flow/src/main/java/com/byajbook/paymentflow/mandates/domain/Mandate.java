package com.byajbook.paymentflow.mandates.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payer's leave to collect for a loan.
 *
 * @param mandateId also the key under which the provider knows it, so that asking again asks for the same one
 * @param maxAmountPaise the most that one debit may be; 0 for one that was given back before it was asked for
 * @param version starts at 1 and grows with every change of state
 * @param silences calls in a row that the provider did not answer
 * @param dueAt when the provider is to be called next; null when nothing is open
 */
public record Mandate(
        UUID mandateId,
        UUID loanId,
        UUID payerId,
        long maxAmountPaise,
        MandateState state,
        int version,
        @Nullable String reason,
        int silences,
        @Nullable Instant dueAt,
        Instant requestedAt,
        Instant updatedAt) {

    static final String NOT_APPROVED_IN_TIME = "NOT_APPROVED_IN_TIME";

    public Mandate {
        Objects.requireNonNull(mandateId);
        Objects.requireNonNull(loanId);
        Objects.requireNonNull(payerId);
        if (state.isOpen() != (dueAt != null)) {
            throw new IllegalArgumentException("a mandate that is " + state + " and due at " + dueAt);
        }
    }

    /** A new one; the payer is to be asked at once. */
    public static Mandate request(UUID mandateId, UUID loanId, UUID payerId, long maxAmountPaise, Instant now) {
        return new Mandate(
                mandateId, loanId, payerId, maxAmountPaise, MandateState.REQUESTED, 1, null, 0, now, now, now);
    }

    /** One that was given back before we heard of it: it is never asked for. */
    public static Mandate neverAsked(UUID mandateId, UUID loanId, UUID payerId, Instant now) {
        return new Mandate(mandateId, loanId, payerId, 0, MandateState.REVOKED, 1, null, 0, null, now, now);
    }

    /** To be given back; what has ended stays as it is. */
    public Mandate revoke(Instant now) {
        return state == MandateState.REQUESTED || state == MandateState.ACTIVE
                ? move(MandateState.REVOKING, null, now, now)
                : this;
    }

    /** The same with its step taken: it falls due again only if the taker does not finish. */
    public Mandate leased(MandatePolicy policy, Instant now) {
        return due(silences, policy.leaseEnd(now));
    }

    /** Whether it is to be given back rather than asked for. */
    public boolean isLeaving() {
        return state == MandateState.REVOKING;
    }

    /**
     * What an answer makes of it.
     *
     * @param asOfVersion the version that the call was made for: what has changed since makes the answer worthless
     */
    public Mandate learn(MandateAnswer answer, int asOfVersion, MandatePolicy policy, Instant now) {
        if (asOfVersion != version || !state.isOpen()) {
            return this;
        }
        return isLeaving() ? learnOfRevocation(answer, policy, now) : learnOfRequest(answer, policy, now);
    }

    private Mandate learnOfRequest(MandateAnswer answer, MandatePolicy policy, Instant now) {
        return switch (answer.word()) {
            case ACTIVE -> move(MandateState.ACTIVE, null, null, now);
            case REJECTED -> move(MandateState.REJECTED, answer.reason(), null, now);
            case GONE -> move(MandateState.REVOKED, answer.reason(), null, now);
            case OPEN ->
                policy.isLate(requestedAt, now)
                        ? move(MandateState.REVOKING, NOT_APPROVED_IN_TIME, now, now)
                        : due(0, policy.askAgain(now));
            case SILENCE -> silent(policy, now);
        };
    }

    private Mandate learnOfRevocation(MandateAnswer answer, MandatePolicy policy, Instant now) {
        return switch (answer.word()) {
            // A payer's no is as good as our own.
            case GONE, REJECTED -> move(MandateState.REVOKED, reason, null, now);
            case ACTIVE, OPEN, SILENCE -> silent(policy, now);
        };
    }

    private Mandate silent(MandatePolicy policy, Instant now) {
        return due(silences + 1, policy.retry(silences + 1, now));
    }

    private Mandate due(int newSilences, Instant at) {
        return new Mandate(
                mandateId,
                loanId,
                payerId,
                maxAmountPaise,
                state,
                version,
                reason,
                newSilences,
                at,
                requestedAt,
                updatedAt);
    }

    private Mandate move(MandateState target, @Nullable String why, @Nullable Instant at, Instant now) {
        return new Mandate(
                mandateId, loanId, payerId, maxAmountPaise, target, version + 1, why, 0, at, requestedAt, now);
    }
}
