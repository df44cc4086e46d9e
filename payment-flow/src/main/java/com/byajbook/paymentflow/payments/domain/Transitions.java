package com.byajbook.paymentflow.payments.domain;

import static com.byajbook.paymentflow.payments.domain.Evidence.CALLBACK_FAILED;
import static com.byajbook.paymentflow.payments.domain.Evidence.CALLBACK_REVERSED;
import static com.byajbook.paymentflow.payments.domain.Evidence.CALLBACK_SUCCEEDED;
import static com.byajbook.paymentflow.payments.domain.Evidence.DISPUTED;
import static com.byajbook.paymentflow.payments.domain.Evidence.GIVEN_UP;
import static com.byajbook.paymentflow.payments.domain.Evidence.INQUIRY_FAILED;
import static com.byajbook.paymentflow.payments.domain.Evidence.INQUIRY_NOT_FOUND;
import static com.byajbook.paymentflow.payments.domain.Evidence.INQUIRY_PENDING;
import static com.byajbook.paymentflow.payments.domain.Evidence.INQUIRY_REVERSED;
import static com.byajbook.paymentflow.payments.domain.Evidence.INQUIRY_SUCCEEDED;
import static com.byajbook.paymentflow.payments.domain.Evidence.INQUIRY_UNANSWERED;
import static com.byajbook.paymentflow.payments.domain.Evidence.SUBMISSION_ACCEPTED;
import static com.byajbook.paymentflow.payments.domain.Evidence.SUBMISSION_NOT_SENT;
import static com.byajbook.paymentflow.payments.domain.Evidence.SUBMISSION_REFUSED;
import static com.byajbook.paymentflow.payments.domain.Evidence.SUBMISSION_STARTED;
import static com.byajbook.paymentflow.payments.domain.Evidence.SUBMISSION_UNANSWERED;
import static com.byajbook.paymentflow.payments.domain.PaymentState.CREATED;
import static com.byajbook.paymentflow.payments.domain.PaymentState.FAILED;
import static com.byajbook.paymentflow.payments.domain.PaymentState.PENDING;
import static com.byajbook.paymentflow.payments.domain.PaymentState.REVERSED;
import static com.byajbook.paymentflow.payments.domain.PaymentState.SUBMITTED;
import static com.byajbook.paymentflow.payments.domain.PaymentState.SUCCEEDED;
import static com.byajbook.paymentflow.payments.domain.PaymentState.UNKNOWN;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The transition table. What is not in it does not happen.
 *
 * <p>Three rules shape it. The answer to a submission counts only while that submission is under way. UNKNOWN is left only
 * on the word of the provider: an inquiry or a signed callback, which both may also arrive before we noted that the
 * provider has the payment. A terminal outcome is left by a reversal and by nothing else.
 */
final class Transitions {

    private static final Map<PaymentState, Map<Evidence, PaymentState>> TABLE = new EnumMap<>(PaymentState.class);

    static {
        from(CREATED).on(SUBMISSION_STARTED, SUBMITTED);
        from(SUBMITTED)
                .on(SUBMISSION_NOT_SENT, CREATED)
                .on(SUBMISSION_ACCEPTED, PENDING)
                .on(SUBMISSION_REFUSED, FAILED)
                .on(SUBMISSION_UNANSWERED, UNKNOWN)
                .on(INQUIRY_PENDING, PENDING)
                .on(INQUIRY_NOT_FOUND, CREATED)
                .on(INQUIRY_UNANSWERED, UNKNOWN);
        // The provider once took it, so its forgetting it proves nothing: a PENDING payment is never submitted again.
        from(PENDING)
                .on(INQUIRY_PENDING, PENDING)
                .on(INQUIRY_NOT_FOUND, PENDING)
                .on(INQUIRY_UNANSWERED, PENDING);
        from(UNKNOWN)
                .on(INQUIRY_PENDING, PENDING)
                .on(INQUIRY_NOT_FOUND, CREATED)
                .on(INQUIRY_UNANSWERED, UNKNOWN);
        for (PaymentState open : new PaymentState[] {CREATED, SUBMITTED, PENDING, UNKNOWN}) {
            from(open)
                    .on(INQUIRY_SUCCEEDED, SUCCEEDED)
                    .on(INQUIRY_FAILED, FAILED)
                    .on(CALLBACK_SUCCEEDED, SUCCEEDED)
                    .on(CALLBACK_FAILED, FAILED)
                    // Both at once: a word of the success may still be on its way, and changes nothing then.
                    .on(INQUIRY_REVERSED, REVERSED)
                    .on(CALLBACK_REVERSED, REVERSED)
                    .on(DISPUTED, UNKNOWN);
        }
        for (PaymentState asked : new PaymentState[] {SUBMITTED, PENDING, UNKNOWN}) {
            from(asked).on(GIVEN_UP, UNKNOWN);
        }
        from(SUCCEEDED).on(INQUIRY_REVERSED, REVERSED).on(CALLBACK_REVERSED, REVERSED);
    }

    private Transitions() {}

    /** Where the evidence takes a payment; empty when it takes it nowhere. The same state means: it counts, and decides nothing yet. */
    static Optional<PaymentState> next(PaymentState from, Evidence evidence) {
        return Optional.ofNullable(TABLE.getOrDefault(from, Map.of()).get(evidence));
    }

    /** Why evidence that takes a payment nowhere does so. */
    static Verdict standstill(PaymentState state, Evidence evidence) {
        boolean moneyMoved = state == SUCCEEDED || state == REVERSED;
        if (evidence == INQUIRY_SUCCEEDED || evidence == CALLBACK_SUCCEEDED) {
            return moneyMoved ? Verdict.REPEATED : Verdict.CONTRADICTED;
        }
        if (evidence == INQUIRY_FAILED || evidence == CALLBACK_FAILED) {
            return moneyMoved ? Verdict.CONTRADICTED : Verdict.REPEATED;
        }
        if (evidence == INQUIRY_REVERSED || evidence == CALLBACK_REVERSED) {
            return state == REVERSED ? Verdict.REPEATED : Verdict.CONTRADICTED;
        }
        return evidence == DISPUTED ? Verdict.DISPUTED : Verdict.OUT_OF_DATE;
    }

    /** What the word of a provider is worth that had definitely failed before: that it paid all the same would be twice. */
    static Verdict wordOfAnother(Evidence evidence) {
        return evidence == INQUIRY_SUCCEEDED || evidence == CALLBACK_SUCCEEDED
                ? Verdict.CONTRADICTED
                : Verdict.OUT_OF_DATE;
    }

    private static Row from(PaymentState state) {
        return new Row(TABLE.computeIfAbsent(state, absent -> new EnumMap<>(Evidence.class)));
    }

    private record Row(Map<Evidence, PaymentState> cells) {

        Row on(Evidence evidence, PaymentState next) {
            if (cells.put(evidence, next) != null) {
                throw new IllegalStateException("two answers to " + evidence);
            }
            return this;
        }
    }
}
