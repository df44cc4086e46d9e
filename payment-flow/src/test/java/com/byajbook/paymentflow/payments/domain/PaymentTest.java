package com.byajbook.paymentflow.payments.domain;

import static com.byajbook.paymentflow.payments.domain.Payments.AMOUNT_PAISE;
import static com.byajbook.paymentflow.payments.domain.Payments.NOON;
import static com.byajbook.paymentflow.payments.domain.Payments.POLICY;
import static com.byajbook.paymentflow.payments.domain.Payments.callback;
import static com.byajbook.paymentflow.payments.domain.Payments.figures;
import static com.byajbook.paymentflow.payments.domain.Payments.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.byajbook.paymentflow.payments.domain.Finding.Figures;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentTest {

    @Test
    void a_new_payment_is_due_for_submission_at_once() {
        assertThat(Payments.created().next()).isEqualTo(new NextStep(NextStep.Kind.SUBMIT, NOON));
    }

    @Test
    void a_submission_that_is_under_way_is_inquired_when_its_lease_has_run_out_and_never_just_repeated() {
        assertThat(Payments.submitted().next())
                .isEqualTo(new NextStep(NextStep.Kind.INQUIRE, NOON.plus(POLICY.lease())));
    }

    @Test
    void success_keeps_the_bank_reference_and_owes_nothing_more() {
        Payment paid = learn(Payments.pending(), Evidence.CALLBACK_SUCCEEDED, figures("UTR7"))
                .payment();

        assertThat(paid.state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(paid.utr()).isEqualTo("UTR7");
        assertThat(paid.next()).isNull();
    }

    @Test
    void a_callback_that_overtakes_our_own_notes_counts() {
        assertThat(learn(Payments.created(), Evidence.CALLBACK_SUCCEEDED, figures("UTR7"))
                        .payment()
                        .state())
                .isEqualTo(PaymentState.SUCCEEDED);
        assertThat(learn(Payments.submitted(), Evidence.CALLBACK_FAILED, figures("UTR7"))
                        .payment()
                        .state())
                .isEqualTo(PaymentState.FAILED);
    }

    @Test
    void an_acceptance_that_is_noted_after_the_callback_changes_nothing() {
        Payment submitted = Payments.submitted();
        Finding acceptance = finding(submitted, Evidence.SUBMISSION_ACCEPTED);
        Payment paid =
                learn(submitted, Evidence.CALLBACK_SUCCEEDED, figures("UTR7")).payment();

        Learned late = paid.learn(acceptance, POLICY, NOON);

        assertThat(late.payment()).isSameAs(paid);
        assertThat(late.verdict()).isEqualTo(Verdict.OUT_OF_DATE);
    }

    @Test
    void a_late_failure_after_success_changes_nothing_and_is_a_discrepancy() {
        Payment paid = Payments.in(PaymentState.SUCCEEDED);

        Learned late = learn(paid, Evidence.CALLBACK_FAILED, figures("UTR7"));

        assertThat(late.payment()).isSameAs(paid);
        assertThat(late.verdict()).isEqualTo(Verdict.CONTRADICTED);
        assertThat(Objects.requireNonNull(late.discrepancy()).kind()).isEqualTo(Discrepancy.Kind.OUTCOME);
    }

    @Test
    void a_late_success_after_failure_changes_nothing_and_is_a_discrepancy() {
        Learned late = learn(Payments.in(PaymentState.FAILED), Evidence.CALLBACK_SUCCEEDED, figures("UTR7"));

        assertThat(late.payment().state()).isEqualTo(PaymentState.FAILED);
        assertThat(late.discrepancy()).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATED", "SUBMITTED", "PENDING", "UNKNOWN"})
    void a_success_over_another_amount_leaves_the_payment_unknown_and_unpursued(PaymentState state) {
        Learned disputed =
                learn(Payments.in(state), Evidence.CALLBACK_SUCCEEDED, new Figures(AMOUNT_PAISE - 1, "UTR7"));

        assertThat(disputed.verdict()).isEqualTo(Verdict.DISPUTED);
        assertThat(disputed.payment().isLeftUnknown()).isTrue();
        assertThat(disputed.payment().reason()).isEqualTo("amount-disputed");
        assertThat(disputed.payment().utr()).isNull();
        assertThat(Objects.requireNonNull(disputed.discrepancy()).kind()).isEqualTo(Discrepancy.Kind.AMOUNT);
    }

    @Test
    void a_wrong_amount_told_twice_is_noted_once_in_the_payment() {
        Figures wrong = new Figures(1, "UTR7");
        Payment disputed =
                learn(Payments.pending(), Evidence.CALLBACK_SUCCEEDED, wrong).payment();

        assertThat(learn(disputed, Evidence.CALLBACK_SUCCEEDED, wrong).payment().version())
                .isEqualTo(disputed.version());
    }

    @Test
    void a_wrong_amount_does_not_touch_an_outcome() {
        Payment paid = Payments.in(PaymentState.SUCCEEDED);

        Learned disputed = learn(paid, Evidence.CALLBACK_SUCCEEDED, new Figures(1, "UTR7"));

        assertThat(disputed.payment()).isSameAs(paid);
        assertThat(disputed.discrepancy()).isNotNull();
    }

    @Test
    void a_disputed_payment_still_takes_the_right_amount_from_a_callback() {
        Payment disputed = learn(Payments.pending(), Evidence.CALLBACK_SUCCEEDED, new Figures(1, "UTR7"))
                .payment();

        assertThat(learn(disputed, Evidence.CALLBACK_SUCCEEDED, figures("UTR8"))
                        .payment()
                        .state())
                .isEqualTo(PaymentState.SUCCEEDED);
    }

    @Test
    void a_bank_reference_of_another_payment_decides_nothing() {
        Payment pending = Payments.pending();

        Learned disputed =
                pending.learnOfUsedUtr(callback(pending, Evidence.CALLBACK_SUCCEEDED, figures("UTR7")), POLICY, NOON);

        assertThat(disputed.payment().state()).isEqualTo(PaymentState.UNKNOWN);
        assertThat(Objects.requireNonNull(disputed.discrepancy()).kind()).isEqualTo(Discrepancy.Kind.UTR);
    }

    @Test
    void the_answer_to_an_earlier_submission_does_not_count_for_a_later_one() {
        Payment first = Payments.submitted();
        Finding lateRefusal = finding(first, Evidence.SUBMISSION_REFUSED);
        Payment second = Payments.after(Payments.after(first, Evidence.INQUIRY_NOT_FOUND), Evidence.SUBMISSION_STARTED);

        assertThat(second.state()).isEqualTo(PaymentState.SUBMITTED);
        assertThat(second.learn(lateRefusal, POLICY, NOON).verdict()).isEqualTo(Verdict.OUT_OF_DATE);
    }

    @Test
    void an_outcome_counts_however_old_the_question_was() {
        Payment asked = Payments.unknown();
        Finding answer = finding(asked, Evidence.INQUIRY_SUCCEEDED);
        Payment movedOn = Payments.after(asked, Evidence.INQUIRY_PENDING);

        assertThat(movedOn.version()).isGreaterThan(asked.version());
        assertThat(movedOn.learn(answer, POLICY, NOON).payment().state()).isEqualTo(PaymentState.SUCCEEDED);
    }

    @Test
    void a_deemed_success_is_a_success_with_that_reason() {
        Payment pending = Payments.pending();
        Finding deemed = Finding.ofCall(
                pending, Evidence.INQUIRY_SUCCEEDED, new Figures(AMOUNT_PAISE, null), null, "deemed-success");

        Payment paid = pending.learn(deemed, POLICY, NOON).payment();

        assertThat(paid.state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(paid.reason()).isEqualTo("deemed-success");
    }

    @ParameterizedTest
    @EnumSource(PaymentState.class)
    void no_evidence_lowers_a_version_and_every_change_of_state_raises_it(PaymentState state) {
        for (Evidence evidence : Evidence.values()) {
            Payment before = Payments.in(state);
            Payment after = Payments.after(before, evidence);
            assertThat(after.version())
                    .as("%s told %s", state, evidence)
                    .isEqualTo(
                            after.state() == state && Objects.equals(after.reason(), before.reason())
                                    ? before.version()
                                    : before.version() + 1);
        }
    }

    @Test
    void nonsense_is_refused() {
        UUID id = UUID.randomUUID();
        assertThatThrownBy(() -> new PaymentOrder(id, PaymentPurpose.REPAYMENT, id, id, 0, "UPI", NOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PaymentOrder(id, PaymentPurpose.DISBURSAL, null, id, 1, "UPI", NOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Finding(id, Evidence.CALLBACK_SUCCEEDED, "event", null, "upi", null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Evidence.class,
            names = {"SUBMISSION_REFUSED", "INQUIRY_FAILED", "CALLBACK_FAILED"})
    void a_payout_goes_to_the_next_provider_only_after_a_definite_failure(Evidence failure) {
        Payment first = Payments.after(Payments.payout(), Evidence.SUBMISSION_STARTED);

        Payment second = Payments.after(first, failure);

        assertThat(second.state()).isEqualTo(PaymentState.CREATED);
        assertThat(second.provider()).isEqualTo("upi-b");
        assertThat(second.efforts()).isEqualTo(Efforts.NONE);
        assertThat(second.next()).isEqualTo(new NextStep(NextStep.Kind.SUBMIT, NOON));
        Payment last = Payments.after(Payments.after(second, Evidence.SUBMISSION_STARTED), failure);
        assertThat(last.state()).isEqualTo(PaymentState.FAILED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Evidence.class,
            names = {"SUBMISSION_UNANSWERED", "INQUIRY_UNANSWERED", "GIVEN_UP", "INQUIRY_PENDING"})
    void a_payout_whose_outcome_is_open_stays_where_it_is(Evidence evidence) {
        Payment submitted = Payments.after(Payments.payout(), Evidence.SUBMISSION_STARTED);

        assertThat(Payments.after(submitted, evidence).provider()).isEqualTo("upi");
    }

    @Test
    void who_failed_definitely_and_pays_all_the_same_is_a_discrepancy_and_no_outcome() {
        Payment first = Payments.after(Payments.payout(), Evidence.SUBMISSION_STARTED);
        Payment second = Payments.after(first, Evidence.CALLBACK_FAILED);

        Learned late = second.learn(callback(first, Evidence.CALLBACK_SUCCEEDED, figures("UTR-LATE")), POLICY, NOON);
        Learned again = second.learn(callback(first, Evidence.CALLBACK_FAILED, figures("-")), POLICY, NOON);

        assertThat(late.payment()).isEqualTo(second);
        assertThat(late.verdict()).isEqualTo(Verdict.CONTRADICTED);
        assertThat(late.discrepancy()).isNotNull();
        assertThat(again.payment()).isEqualTo(second);
        assertThat(again.verdict()).isEqualTo(Verdict.OUT_OF_DATE);
    }

    private static Learned learn(Payment payment, Evidence evidence, Figures figures) {
        return payment.learn(callback(payment, evidence, figures), POLICY, NOON);
    }
}
