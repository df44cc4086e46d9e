package com.byajbook.localstack.sandbox.upi;

import com.byajbook.localstack.sandbox.http.BadInput;
import com.byajbook.localstack.sandbox.http.Check;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a collection or a payout.
 *
 * @param outcome how it ends
 * @param webhookDelayMs it ends this long after it was accepted, and the webhook leaves then
 * @param lateByMs LATE_SUCCESS ends this much later still, REVERSED_LATER is reversed this long after its success
 * @param duplicates each webhook is sent this many times more, with the same event id
 * @param reorder the webhook is held until the next one has left, at most 2 s; a reversal's never is
 * @param dropWebhook no webhook is ever sent; only an inquiry tells the end
 */
record Behaviour(
        Outcome outcome, int webhookDelayMs, int lateByMs, int duplicates, boolean reorder, boolean dropWebhook) {
    static final Behaviour NORMAL = new Behaviour(Outcome.SUCCESS, 300, 30_000, 0, false, false);

    enum Outcome {
        SUCCESS,
        FAILURE,
        /** The debit took place, the credit is not confirmed: inquiries say so, and no webhook comes. */
        DEEMED_SUCCESS,
        /** PENDING long past the usual time, then a success. */
        LATE_SUCCESS,
        /** The order is taken and succeeds, but the first call never gets its answer. */
        SUBMIT_TIMEOUT,
        /** PENDING for ever. */
        NEVER,
        /** A success whose money the bank returns later. */
        REVERSED_LATER
    }

    long endsAfterMs() {
        return outcome == Outcome.LATE_SUCCESS ? (long) webhookDelayMs + lateByMs : webhookDelayMs;
    }

    boolean sendsWebhook() {
        return !dropWebhook && outcome != Outcome.DEEMED_SUCCESS;
    }

    /** The body of {@code PUT /control/upi/behaviour}: absent fields mean normal behaviour, and one target at most. */
    record Setting(
            @Nullable String outcome,
            @Nullable Long webhookDelayMs,
            @Nullable Long lateByMs,
            @Nullable Long duplicates,
            @Nullable Boolean reorder,
            @Nullable Boolean dropWebhook,
            @Nullable Long forNext,
            @Nullable String forTxn,
            @Nullable Long forAmountPaise,

            @com.fasterxml.jackson.annotation.JsonProperty("default") @Nullable
            Boolean byDefault) {

        Behaviour behaviour() {
            return new Behaviour(
                    Check.oneOf("outcome", outcome, Outcome.class, NORMAL.outcome),
                    (int) Check.withinOr("webhookDelayMs", webhookDelayMs, 0, 600_000, NORMAL.webhookDelayMs),
                    (int) Check.withinOr("lateByMs", lateByMs, 0, 3_600_000, NORMAL.lateByMs),
                    (int) Check.withinOr("duplicates", duplicates, 0, 20, NORMAL.duplicates),
                    Boolean.TRUE.equals(reorder),
                    Boolean.TRUE.equals(dropWebhook));
        }

        void refuseTwoTargets() {
            long targets = Stream.of(forNext, forTxn, forAmountPaise, Boolean.TRUE.equals(byDefault) ? byDefault : null)
                    .filter(Objects::nonNull)
                    .count();
            if (targets > 1) {
                throw new BadInput(
                        "Give one of 'forNext', 'forTxn', 'forAmountPaise' and 'default': true, or none to set"
                                + " the default.");
            }
        }
    }
}
