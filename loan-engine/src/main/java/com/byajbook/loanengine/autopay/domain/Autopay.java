package com.byajbook.loanengine.autopay.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A borrower's wish that the instalments of a loan are collected by themselves.
 *
 * @param turn how often it was asked for; each turn has a mandate of its own
 * @param since instalments that were due before this day are the borrower's own; null until it is active
 * @param seenOn the last day on which its instalments were looked at
 * @param version grows with every change
 */
public record Autopay(
        UUID loanId,
        UUID borrowerId,
        int turn,
        UUID mandateId,
        AutopayState state,
        @Nullable String reason,
        @Nullable LocalDate since,
        LocalDate seenOn,
        int version,
        Instant updatedAt) {

    public Autopay {
        Objects.requireNonNull(loanId);
        Objects.requireNonNull(borrowerId);
        Objects.requireNonNull(mandateId);
        if (turn < 1 || version < 1) {
            throw new IllegalArgumentException("turn " + turn + " and version " + version + " count from 1");
        }
        if (state == AutopayState.ACTIVE && since == null) {
            throw new IllegalArgumentException("an active autopay begins some day");
        }
    }

    /** Asked for the first time. */
    public static Autopay request(UUID loanId, UUID borrowerId, UUID mandateId, Instant now) {
        return new Autopay(
                loanId, borrowerId, 1, mandateId, AutopayState.REQUESTED, null, null, LocalDate.EPOCH, 1, now);
    }

    /** Asked for once more, with another mandate. */
    public Autopay requestAgain(UUID nextMandateId, Instant now) {
        return new Autopay(
                loanId,
                borrowerId,
                turn + 1,
                nextMandateId,
                AutopayState.REQUESTED,
                null,
                null,
                seenOn,
                version + 1,
                now);
    }

    /** The payer gave the mandate. */
    public Autopay activate(LocalDate today, Instant now) {
        return move(AutopayState.ACTIVE, null, today, today.minusDays(1), now);
    }

    /** The payer gave no mandate. */
    public Autopay reject(@Nullable String why, Instant now) {
        return move(AutopayState.REJECTED, why, since, seenOn, now);
    }

    /** Nothing is collected any more. */
    public Autopay revoke(@Nullable String why, Instant now) {
        return move(AutopayState.REVOKED, why, since, seenOn, now);
    }

    /** Its instalments were looked at. */
    public Autopay seen(LocalDate day) {
        return new Autopay(loanId, borrowerId, turn, mandateId, state, reason, since, day, version + 1, updatedAt);
    }

    public boolean isActive() {
        return state == AutopayState.ACTIVE;
    }

    /** Whether there is a mandate, or may be one soon. */
    public boolean isOpen() {
        return state == AutopayState.ACTIVE || state == AutopayState.REQUESTED;
    }

    /** Whether an instalment that is due on this day is collected by itself, as far as it is known on that day. */
    public boolean covers(LocalDate dueOn) {
        return isActive() && since != null && !dueOn.isBefore(since);
    }

    private Autopay move(
            AutopayState target, @Nullable String why, @Nullable LocalDate begins, LocalDate seen, Instant now) {
        return new Autopay(loanId, borrowerId, turn, mandateId, target, why, begins, seen, version + 1, now);
    }
}
