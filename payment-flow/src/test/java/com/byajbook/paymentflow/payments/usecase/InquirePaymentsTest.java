package com.byajbook.paymentflow.payments.usecase;

import static com.byajbook.paymentflow.payments.usecase.Scene.Provider.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.paymentflow.payments.domain.Evidence;
import com.byajbook.paymentflow.payments.domain.NextStep;
import com.byajbook.paymentflow.payments.domain.Payment;
import com.byajbook.paymentflow.payments.domain.PaymentState;
import com.byajbook.paymentflow.payments.domain.Payments;
import com.byajbook.platform.message.PaymentChanged;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class InquirePaymentsTest {

    private final Scene scene = new Scene();

    @Test
    void nothing_is_asked_before_it_is_due() {
        scene.has(Payments.unknown());

        inquire(0);

        assertThat(scene.provider.inquired).isEmpty();
    }

    @Test
    void an_unknown_payment_that_succeeded_is_settled_and_announced() {
        Payment payment = due(Payments.unknown());
        scene.provider.onInquire = id ->
                Mono.just(new ProviderAnswer(Evidence.INQUIRY_SUCCEEDED, Payments.figures("UTR1"), "provider-1", null));

        inquire(1);

        assertThat(scene.now(payment).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(scene.now(payment).providerTxnId()).isEqualTo("provider-1");
        assertThat(scene.announced()).singleElement().satisfies(event -> {
            assertThat(event.status()).isEqualTo(PaymentChanged.Status.SUCCEEDED);
            assertThat(event.utr()).isEqualTo("UTR1");
        });
    }

    @Test
    void a_payment_that_the_provider_never_saw_is_submitted_again_under_the_same_key() {
        Payment payment = due(Payments.unknown());
        scene.provider.onInquire = id -> answer(Evidence.INQUIRY_NOT_FOUND);

        inquire(1);
        StepVerifier.create(scene.submitting().submitDue()).expectNext(1).verifyComplete();

        assertThat(scene.provider.collected).containsExactly(payment.id());
        assertThat(scene.now(payment).state()).isEqualTo(PaymentState.PENDING);
        assertThat(scene.announced())
                .as("unknown no more")
                .extracting(PaymentChanged::status)
                .containsExactly(PaymentChanged.Status.PENDING);
    }

    @Test
    void a_pending_payment_that_failed_without_a_callback_is_settled() {
        Payment payment = due(Payments.pending());
        scene.provider.onInquire = id -> answer(Evidence.INQUIRY_FAILED);

        inquire(1);

        assertThat(scene.now(payment).state()).isEqualTo(PaymentState.FAILED);
    }

    @Test
    void after_the_last_check_a_payment_stays_unknown_and_somebody_is_told() {
        Payment payment = due(Payments.pending());
        for (int check = 0; check < Payments.POLICY.maxChecks(); check++) {
            inquire(1);
            scene.clock.advance(Payments.POLICY.checkSpacing());
        }
        inquire(0);

        assertThat(scene.now(payment).isLeftUnknown()).isTrue();
        assertThat(scene.signals.leftUnknown).isOne();
        assertThat(scene.provider.inquired).hasSize(3);
        assertThat(scene.announced()).extracting(PaymentChanged::status).containsExactly(PaymentChanged.Status.UNKNOWN);
    }

    @Test
    void a_silent_provider_is_asked_again_later() {
        Payment payment = due(Payments.pending());
        scene.provider.onInquire = id -> answer(Evidence.INQUIRY_UNANSWERED);

        inquire(1);

        assertThat(scene.now(payment).state()).isEqualTo(PaymentState.PENDING);
        assertThat(scene.now(payment).next())
                .isEqualTo(new NextStep(
                        NextStep.Kind.INQUIRE, scene.clock.instant().plusSeconds(2)));
    }

    @Test
    void a_payment_under_inquiry_is_not_taken_by_another() {
        due(Payments.pending());
        scene.provider.onInquire = id -> Mono.never();

        StepVerifier.create(scene.inquiring().inquireDue())
                .expectSubscription()
                .then(() -> inquire(0))
                .thenCancel()
                .verify();
    }

    @Test
    void a_cancelled_inquiry_falls_due_again_when_its_lease_has_run_out() {
        due(Payments.pending());
        scene.provider.onInquire = id -> Mono.never();
        StepVerifier.create(scene.inquiring().inquireDue())
                .expectSubscription()
                .thenAwait(Duration.ofMillis(10))
                .thenCancel()
                .verify();

        scene.clock.advance(Payments.POLICY.lease());
        scene.provider.onInquire = id -> answer(Evidence.INQUIRY_FAILED);

        inquire(1);
    }

    @Test
    void an_error_that_nobody_foresaw_loses_no_payment() {
        Payment payment = due(Payments.pending());
        scene.provider.onInquire = id -> Mono.error(new IllegalStateException("a bug"));

        StepVerifier.create(scene.inquiring().inquireDue()).verifyError(IllegalStateException.class);

        assertThat(Objects.requireNonNull(scene.now(payment).next()).kind()).isEqualTo(NextStep.Kind.INQUIRE);
    }

    @Test
    void a_slow_answer_does_not_undo_a_callback_that_came_meanwhile() {
        Payment payment = due(Payments.unknown());
        scene.provider.onInquire = id -> scene.callbacks
                .apply(List.of(Scene.success(payment, "event-1", "UTR1")))
                .then(answer(Evidence.INQUIRY_NOT_FOUND));

        inquire(1);

        assertThat(scene.now(payment).state()).isEqualTo(PaymentState.SUCCEEDED);
        StepVerifier.create(scene.submitting().submitDue()).expectNext(0).verifyComplete();
    }

    private Payment due(Payment payment) {
        scene.has(payment);
        scene.clock.advance(Payments.POLICY.checkSpacing());
        return payment;
    }

    private void inquire(int expected) {
        StepVerifier.create(scene.inquiring().inquireDue()).expectNext(expected).verifyComplete();
    }
}
