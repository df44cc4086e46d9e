package com.byajbook.paymentflow.payments.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What we owe a payment once it has reached a state. */
final class FollowUp {

    private FollowUp() {}

    static @Nullable NextStep after(
            Evidence evidence, PaymentState reached, Efforts spent, PaymentPolicy policy, Instant now) {
        if (reached.isTerminal() || evidence == Evidence.GIVEN_UP || evidence == Evidence.DISPUTED) {
            return null;
        }
        return switch (reached) {
            case CREATED -> new NextStep(NextStep.Kind.SUBMIT, submission(evidence, spent, policy, now));
            // Should the submitter die, its lease runs out and we ask; we do not submit again unasked.
            case SUBMITTED -> inquire(policy.leaseEnd(now));
            default -> inquire(inquiry(evidence, spent, policy, now));
        };
    }

    private static Instant submission(Evidence evidence, Efforts spent, PaymentPolicy policy, Instant now) {
        return evidence == Evidence.SUBMISSION_NOT_SENT ? policy.retryAfter(spent.silences(), now) : now;
    }

    private static Instant inquiry(Evidence evidence, Efforts spent, PaymentPolicy policy, Instant now) {
        return evidence == Evidence.INQUIRY_UNANSWERED
                ? policy.retryAfter(spent.silences(), now)
                : policy.nextCheck(now);
    }

    private static NextStep inquire(Instant dueAt) {
        return new NextStep(NextStep.Kind.INQUIRE, dueAt);
    }
}
