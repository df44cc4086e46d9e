package com.byajbook.paymentflow.payments.domain;

import static com.byajbook.paymentflow.payments.domain.Evidence.SUBMISSION_ACCEPTED;
import static com.byajbook.paymentflow.payments.domain.Evidence.SUBMISSION_STARTED;
import static com.byajbook.paymentflow.payments.domain.Evidence.SUBMISSION_UNANSWERED;

import com.byajbook.paymentflow.payments.domain.Finding.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Payments and findings that tests begin with. */
public final class Payments {

    public static final Instant NOON = Instant.parse("2026-10-20T12:00:00Z");
    public static final long AMOUNT_PAISE = 125_000;
    public static final PaymentPolicy POLICY = new PaymentPolicy(
            3,
            Duration.ofSeconds(90),
            4,
            Duration.ofSeconds(2),
            Duration.ofSeconds(30),
            Duration.ofSeconds(20),
            List.of("upi", "upi-b"));

    private Payments() {}

    public static Payment created() {
        return created(UUID.randomUUID());
    }

    public static Payment created(UUID paymentId) {
        return Payment.create(
                new PaymentOrder(
                        paymentId,
                        PaymentPurpose.REPAYMENT,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        AMOUNT_PAISE,
                        "UPI",
                        NOON),
                NOON);
    }

    /** One that is to be paid out. */
    public static Payment payout() {
        return Payment.create(
                new PaymentOrder(
                        UUID.randomUUID(), PaymentPurpose.PAYOUT, null, UUID.randomUUID(), AMOUNT_PAISE, "UPI", NOON),
                NOON);
    }

    public static Payment submitted() {
        return after(created(), SUBMISSION_STARTED);
    }

    public static Payment pending() {
        return after(submitted(), SUBMISSION_ACCEPTED);
    }

    public static Payment unknown() {
        return after(submitted(), SUBMISSION_UNANSWERED);
    }

    public static Payment in(PaymentState state) {
        return switch (state) {
            case CREATED -> created();
            case SUBMITTED -> submitted();
            case PENDING -> pending();
            case UNKNOWN -> unknown();
            case SUCCEEDED -> after(pending(), Evidence.CALLBACK_SUCCEEDED);
            case FAILED -> after(pending(), Evidence.CALLBACK_FAILED);
            case REVERSED -> after(in(PaymentState.SUCCEEDED), Evidence.CALLBACK_REVERSED);
        };
    }

    static Payment after(Payment payment, Evidence evidence) {
        return payment.learn(finding(payment, evidence), POLICY, NOON).payment();
    }

    public static Finding finding(Payment payment, Evidence evidence) {
        boolean saysFigures = evidence.isSuccess();
        return Finding.ofCall(payment, evidence, saysFigures ? figures("UTR-" + payment.id()) : null, null, null);
    }

    public static Figures figures(String utr) {
        return new Figures(AMOUNT_PAISE, utr);
    }

    public static Finding callback(Payment payment, Evidence evidence, Figures figures) {
        return new Finding(payment.id(), evidence, "event-" + evidence, null, payment.provider(), figures, null, null);
    }
}
