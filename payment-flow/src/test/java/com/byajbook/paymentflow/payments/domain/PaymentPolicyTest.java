package com.byajbook.paymentflow.payments.domain;

import static com.byajbook.paymentflow.payments.domain.Payments.NOON;
import static com.byajbook.paymentflow.payments.domain.Payments.POLICY;
import static com.byajbook.paymentflow.payments.domain.Payments.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The inquiry policy, played on a clock that jumps to whenever something is due. */
class PaymentPolicyTest {

    private Instant now = NOON;

    @Test
    void a_pending_payment_without_a_callback_is_checked_three_times_ninety_seconds_apart_and_then_left_unknown() {
        Payment payment = Payments.pending();
        List<Duration> checks = new ArrayList<>();
        while (payment.next() != null) {
            payment = answer(payment, Evidence.INQUIRY_PENDING);
            checks.add(Duration.between(NOON, now));
        }

        assertThat(checks).containsExactly(Duration.ofSeconds(90), Duration.ofSeconds(180), Duration.ofSeconds(270));
        assertThat(payment.isLeftUnknown()).isTrue();
        assertThat(payment.reason()).isEqualTo("no-outcome-after-last-check");
    }

    @Test
    void a_payment_left_unknown_is_still_settled_by_a_callback() {
        Payment left = exhausted();

        Payment paid = left.learn(
                        Payments.callback(left, Evidence.CALLBACK_SUCCEEDED, Payments.figures("UTR9")), POLICY, now)
                .payment();

        assertThat(paid.state()).isEqualTo(PaymentState.SUCCEEDED);
    }

    @Test
    void an_unknown_submission_is_inquired_after_the_spacing() {
        assertThat(due(Payments.unknown())).isEqualTo(NOON.plusSeconds(90));
    }

    @Test
    void a_provider_that_never_saw_it_gets_it_again_at_once() {
        Payment again = answer(Payments.unknown(), Evidence.INQUIRY_NOT_FOUND);

        assertThat(again.next()).isEqualTo(new NextStep(NextStep.Kind.SUBMIT, now));
    }

    @Test
    void submissions_are_bounded_too() {
        Payment payment = Payments.unknown();
        while (payment.next() != null) {
            payment = answer(payment, Evidence.INQUIRY_NOT_FOUND);
            if (payment.state() == PaymentState.CREATED) {
                payment = Payments.after(
                        Payments.after(payment, Evidence.SUBMISSION_STARTED), Evidence.SUBMISSION_UNANSWERED);
            }
        }

        assertThat(payment.efforts().submissions()).isEqualTo(POLICY.maxSubmissions());
        assertThat(payment.isLeftUnknown()).isTrue();
    }

    @Test
    void a_payment_that_the_provider_took_is_never_submitted_again() {
        Payment payment = Payments.pending();
        while (payment.next() != null) {
            assertThat(payment.next().kind()).isEqualTo(NextStep.Kind.INQUIRE);
            payment = answer(payment, Evidence.INQUIRY_NOT_FOUND);
        }

        assertThat(payment.isLeftUnknown()).isTrue();
    }

    @Test
    void a_silent_provider_uses_up_no_check_and_is_left_alone_for_longer_and_longer() {
        Payment payment = Payments.unknown();
        List<Duration> pauses = new ArrayList<>();
        for (int silence = 0; silence < 6; silence++) {
            payment = answer(payment, Evidence.INQUIRY_UNANSWERED);
            pauses.add(Duration.between(now, due(payment)));
        }

        assertThat(payment.efforts().checks()).isZero();
        assertThat(pauses).extracting(Duration::toSeconds).containsExactly(4L, 8L, 16L, 30L, 30L, 30L);
    }

    @Test
    void a_submission_that_never_left_uses_up_no_submission_and_waits() {
        Payment payment = Payments.created();
        for (int turn = 0; turn < 50; turn++) {
            payment = Payments.after(payment, Evidence.SUBMISSION_STARTED);
            payment = answerAt(payment, Evidence.SUBMISSION_NOT_SENT);
        }

        assertThat(payment.efforts().submissions()).isZero();
        assertThat(due(payment)).isEqualTo(now.plus(POLICY.maxRetry()));
    }

    @Test
    void a_taken_step_falls_due_again_when_the_lease_has_run_out() {
        now = NOON.plusSeconds(500);

        assertThat(Payments.pending().leased(POLICY, now).next())
                .isEqualTo(new NextStep(NextStep.Kind.INQUIRE, now.plus(POLICY.lease())));
    }

    @Test
    void nonsense_is_refused() {
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new PaymentPolicy(0, second, 1, second, second, second, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PaymentPolicy(1, Duration.ZERO, 1, second, second, second, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PaymentPolicy(1, second, 1, second, second.dividedBy(2), second, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Payment exhausted() {
        Payment payment = Payments.pending();
        while (payment.next() != null) {
            payment = answer(payment, Evidence.INQUIRY_PENDING);
        }
        return payment;
    }

    /** Lets the clock jump to when the next step is due and then gives this answer. */
    private Payment answer(Payment payment, Evidence evidence) {
        now = due(payment);
        return answerAt(payment, evidence);
    }

    private Payment answerAt(Payment payment, Evidence evidence) {
        return payment.learn(finding(payment, evidence), POLICY, now).payment();
    }

    private static Instant due(Payment payment) {
        return Objects.requireNonNull(payment.next()).dueAt();
    }
}
