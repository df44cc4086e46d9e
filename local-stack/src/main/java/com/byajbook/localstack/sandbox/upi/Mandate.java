package com.byajbook.localstack.sandbox.upi;

import com.byajbook.localstack.sandbox.http.Check;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A payer's leave to debit without asking each time, and how often it was used. */
final class Mandate {
    enum Status {
        /** The payer was asked in the UPI app. */
        PENDING,
        ACTIVE,
        REJECTED,
        REVOKED
    }

    enum Outcome {
        APPROVED,
        REJECTED,
        /** The payer does not answer. */
        NEVER
    }

    /** What a payer does with a request: after so long. */
    record Behaviour(Outcome outcome, long afterMs) {
        static final Behaviour NORMAL = new Behaviour(Outcome.APPROVED, 0);
    }

    /** The body of {@code PUT .../mandate-behaviour}: for one mandate, or for all without one of their own. */
    record Setting(
            @Nullable String outcome,
            @Nullable Long afterMs,
            @Nullable String forMandate) {
        Behaviour behaviour() {
            return new Behaviour(
                    Check.oneOf("outcome", outcome, Outcome.class, Outcome.APPROVED),
                    Check.withinOr("afterMs", afterMs, 0, 3_600_000, 0));
        }
    }

    /** What calls and controls show; the reason from a rejection on. */
    record View(
            String merchantMandateId,
            Status status,
            long maxAmountPaise,
            int debits,
            @Nullable String reason) {}

    private final String merchantMandateId;
    private final long maxAmountPaise;
    private final Behaviour behaviour;
    private final Instant askedAt;
    private final AtomicInteger debits = new AtomicInteger();
    private volatile boolean revoked;

    Mandate(String merchantMandateId, long maxAmountPaise, Behaviour behaviour, Instant askedAt) {
        this.merchantMandateId = merchantMandateId;
        this.maxAmountPaise = maxAmountPaise;
        this.behaviour = behaviour;
        this.askedAt = askedAt;
    }

    void revoke() {
        revoked = true;
    }

    void debited() {
        debits.incrementAndGet();
    }

    long maxAmountPaise() {
        return maxAmountPaise;
    }

    Status statusAt(Instant now) {
        if (revoked) {
            return Status.REVOKED;
        }
        if (behaviour.outcome() == Outcome.NEVER || now.isBefore(askedAt.plusMillis(behaviour.afterMs()))) {
            return Status.PENDING;
        }
        return behaviour.outcome() == Outcome.APPROVED ? Status.ACTIVE : Status.REJECTED;
    }

    View viewAt(Instant now) {
        Status status = statusAt(now);
        return new View(
                merchantMandateId,
                status,
                maxAmountPaise,
                debits.get(),
                status == Status.REJECTED ? "DECLINED_BY_PAYER" : null);
    }
}
