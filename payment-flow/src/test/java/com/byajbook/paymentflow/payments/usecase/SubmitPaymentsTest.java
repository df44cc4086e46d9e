package com.byajbook.paymentflow.payments.usecase;

import static com.byajbook.paymentflow.payments.usecase.Scene.Provider.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.paymentflow.payments.domain.Evidence;
import com.byajbook.paymentflow.payments.domain.NextStep;
import com.byajbook.paymentflow.payments.domain.Payment;
import com.byajbook.paymentflow.payments.domain.PaymentState;
import com.byajbook.paymentflow.payments.domain.Payments;
import com.byajbook.paymentflow.payments.remote.ResilientUpiProvider;
import com.byajbook.platform.message.PaymentChanged;
import com.byajbook.platform.problem.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class SubmitPaymentsTest {

    private final Scene scene = new Scene();

    @Test
    void an_accepted_payment_is_pending_and_asked_about_should_no_callback_come() {
        Payment payment = scene.has(Payments.created());

        StepVerifier.create(scene.submitting().submitDue()).expectNext(1).verifyComplete();

        assertThat(scene.now(payment).state()).isEqualTo(PaymentState.PENDING);
        assertThat(scene.now(payment).next())
                .isEqualTo(new NextStep(NextStep.Kind.INQUIRE, Payments.NOON.plusSeconds(90)));
        assertThat(scene.announced()).as("the payer sees no change").isEmpty();
    }

    @Test
    void it_is_noted_as_submitted_before_it_is_sent() {
        Payment payment = scene.has(Payments.created());
        scene.provider.onCollect = id -> {
            assertThat(scene.now(payment).state()).isEqualTo(PaymentState.SUBMITTED);
            assertThat(Objects.requireNonNull(scene.now(payment).next()).kind()).isEqualTo(NextStep.Kind.INQUIRE);
            return answer(Evidence.SUBMISSION_ACCEPTED);
        };

        StepVerifier.create(scene.submitting().submitDue()).expectNext(1).verifyComplete();

        assertThat(scene.provider.collected).containsExactly(payment.id());
    }

    @Test
    void a_refused_payment_has_failed_and_its_payer_is_told_why() {
        Payment payment = scene.has(Payments.created());
        scene.provider.onCollect = id -> answer(Evidence.SUBMISSION_REFUSED);

        StepVerifier.create(scene.submitting().submitDue()).expectNext(1).verifyComplete();

        assertThat(scene.now(payment).state()).isEqualTo(PaymentState.FAILED);
        assertThat(scene.announced()).singleElement().satisfies(event -> {
            assertThat(event.status()).isEqualTo(PaymentChanged.Status.FAILED);
            assertThat(event.reason()).isEqualTo("scripted");
            assertThat(event.paymentVersion()).isEqualTo(scene.now(payment).version());
        });
    }

    @Test
    void a_payment_that_never_left_is_submitted_again_after_a_pause() {
        Payment payment = scene.has(Payments.created());
        scene.provider.onCollect = id -> answer(Evidence.SUBMISSION_NOT_SENT);
        StepVerifier.create(scene.submitting().submitDue()).expectNext(1).verifyComplete();
        StepVerifier.create(scene.submitting().submitDue()).expectNext(0).verifyComplete();

        scene.provider.onCollect = id -> answer(Evidence.SUBMISSION_ACCEPTED);
        scene.clock.advance(Duration.ofSeconds(2));
        StepVerifier.create(scene.submitting().submitDue()).expectNext(1).verifyComplete();

        assertThat(scene.now(payment).state()).isEqualTo(PaymentState.PENDING);
    }

    @Test
    void a_call_past_its_deadline_leaves_the_outcome_unknown_and_is_not_repeated() {
        Payment payment = scene.has(Payments.created());
        scene.provider.onCollect = id -> Mono.never();
        UpiProvider withDeadline = new ResilientUpiProvider(scene.provider, SubmitPaymentsTest::within2Seconds);

        StepVerifier.withVirtualTime(() -> scene.submitting(withDeadline).submitDue())
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(1999))
                .thenAwait(Duration.ofMillis(10))
                .expectNext(1)
                .verifyComplete();

        assertThat(scene.now(payment).state()).isEqualTo(PaymentState.UNKNOWN);
        assertThat(scene.announced()).extracting(PaymentChanged::status).containsExactly(PaymentChanged.Status.UNKNOWN);
        StepVerifier.create(scene.submitting().submitDue()).expectNext(0).verifyComplete();
    }

    @Test
    void a_slow_call_does_not_hold_up_the_answers_of_the_others() {
        Payment slow = scene.has(Payments.created());
        Payment quick = scene.has(Payments.created());
        scene.provider.onCollect = id -> id.equals(slow.id()) ? Mono.never() : answer(Evidence.SUBMISSION_ACCEPTED);

        StepVerifier.withVirtualTime(() -> scene.submitting().submitDue())
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(10))
                .thenCancel()
                .verify();

        assertThat(scene.now(quick).state()).isEqualTo(PaymentState.PENDING);
    }

    @Test
    void a_submission_that_is_cancelled_half_way_is_asked_about_later_and_not_sent_again() {
        Payment payment = scene.has(Payments.created());
        scene.provider.onCollect = id -> Mono.never();

        StepVerifier.create(scene.submitting().submitDue())
                .expectSubscription()
                .thenAwait(Duration.ofMillis(10))
                .thenCancel()
                .verify();

        assertThat(scene.now(payment).state()).isEqualTo(PaymentState.SUBMITTED);
        StepVerifier.create(scene.submitting().submitDue()).expectNext(0).verifyComplete();
        scene.clock.advance(Payments.POLICY.lease());
        StepVerifier.create(scene.inquiring().inquireDue()).expectNext(1).verifyComplete();
        assertThat(scene.provider.collected).hasSize(1);
        assertThat(scene.provider.inquired).containsExactly(payment.id());
    }

    @Test
    void an_answer_that_cannot_be_stored_is_asked_for_again_when_the_lease_has_run_out() {
        Payment payment = scene.has(Payments.created());
        scene.books.failCommitAfter(1);

        StepVerifier.create(scene.submitting().submitDue()).verifyError(IllegalStateException.class);

        assertThat(scene.now(payment).state()).isEqualTo(PaymentState.SUBMITTED);
        scene.clock.advance(Payments.POLICY.lease());
        StepVerifier.create(scene.inquiring().inquireDue()).expectNext(1).verifyComplete();
        assertThat(scene.now(payment).state()).isEqualTo(PaymentState.PENDING);
        assertThat(scene.provider.collected).hasSize(1);
    }

    @Test
    void nothing_is_sent_when_it_cannot_be_noted_first() {
        scene.has(Payments.created());
        scene.books.failCommitAfter(0);

        StepVerifier.create(scene.submitting().submitDue()).verifyError(IllegalStateException.class);

        assertThat(scene.provider.collected).isEmpty();
    }

    @Test
    void a_callback_that_comes_before_the_answer_is_stored_stands() {
        Payment payment = scene.has(Payments.created());
        scene.provider.onCollect = id -> scene.callbacks
                .apply(List.of(Scene.success(payment, "event-1", "UTR1")))
                .then(answer(Evidence.SUBMISSION_ACCEPTED));

        StepVerifier.create(scene.submitting().submitDue()).expectNext(1).verifyComplete();

        assertThat(scene.now(payment).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(scene.announced())
                .extracting(PaymentChanged::status)
                .containsExactly(PaymentChanged.Status.SUCCEEDED);
    }

    @Test
    void a_round_takes_no_more_than_its_batch() {
        for (int i = 0; i < 11; i++) {
            scene.has(Payments.created(UUID.randomUUID()));
        }

        StepVerifier.create(scene.submitting().submitDue()).expectNext(10).verifyComplete();
        StepVerifier.create(scene.submitting().submitDue()).expectNext(1).verifyComplete();
    }

    private static <T> Mono<T> within2Seconds(Mono<T> call) {
        return call.timeout(Duration.ofSeconds(2))
                .onErrorMap(TimeoutException.class, e -> Failure.deadlinePassed("A call"));
    }
}
