package com.byajbook.paymentflow.payments.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.paymentflow.payments.domain.Discrepancy;
import com.byajbook.paymentflow.payments.domain.Payment;
import com.byajbook.paymentflow.payments.domain.PaymentState;
import com.byajbook.paymentflow.payments.domain.Payments;
import com.byajbook.paymentflow.payments.domain.Verdict;
import com.byajbook.platform.message.PaymentChanged;
import com.byajbook.platform.message.UpiCallback;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;
import reactor.test.publisher.PublisherProbe;
import reactor.test.publisher.TestPublisher;

class ApplyCallbacksTest {

    private final Scene scene = new Scene();

    @Test
    void a_success_settles_a_pending_payment_and_is_announced_with_its_utr() {
        Payment payment = scene.has(Payments.pending());

        apply(Scene.success(payment, "event-1", "UTR1"));

        assertThat(scene.now(payment).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(scene.books.verdict("event-1")).isEqualTo("APPLIED");
        assertThat(scene.announced()).singleElement().satisfies(event -> {
            assertThat(event.utr()).isEqualTo("UTR1");
            assertThat(event.paymentVersion()).isEqualTo(scene.now(payment).version());
        });
    }

    @Test
    void a_failure_is_announced_with_its_reason() {
        Payment payment = scene.has(Payments.pending());

        apply(Scene.failure(payment, "event-1"));

        assertThat(scene.announced()).singleElement().satisfies(event -> {
            assertThat(event.status()).isEqualTo(PaymentChanged.Status.FAILED);
            assertThat(event.reason()).isEqualTo("INSUFFICIENT_FUNDS");
        });
    }

    @Test
    void the_same_message_again_has_no_effect() {
        Payment payment = scene.has(Payments.pending());
        UpiCallback callback = Scene.success(payment, "event-1", "UTR1");

        apply(callback);
        apply(callback);

        assertThat(scene.announced()).hasSize(1);
    }

    @Test
    void the_same_event_under_another_message_has_no_effect_and_is_counted() {
        Payment payment = scene.has(Payments.pending());

        apply(Scene.success(payment, "event-1", "UTR1"), Scene.success(payment, "event-1", "UTR1"));
        apply(Scene.success(payment, "event-1", "UTR1"));

        assertThat(scene.announced()).hasSize(1);
        assertThat(scene.signals.repeated).isEqualTo(2);
    }

    @Test
    void another_event_that_says_the_same_has_no_effect() {
        Payment payment = scene.has(Payments.pending());

        apply(Scene.success(payment, "event-1", "UTR1"));
        apply(Scene.success(payment, "event-2", "UTR1"));

        assertThat(scene.announced()).hasSize(1);
        assertThat(scene.books.verdict("event-2")).isEqualTo("REPEATED");
    }

    @Test
    void a_late_failure_after_success_changes_nothing_and_is_counted() {
        Payment payment = scene.has(Payments.pending());

        apply(Scene.success(payment, "event-1", "UTR1"), Scene.failure(payment, "event-2"));

        assertThat(scene.now(payment).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(scene.signals.verdicts).containsEntry(Verdict.CONTRADICTED, 1);
        assertThat(scene.books.discrepancies()).extracting(Discrepancy::kind).containsExactly(Discrepancy.Kind.OUTCOME);
        assertThat(scene.announced()).hasSize(1);
    }

    @Test
    void a_success_over_another_amount_is_flagged_instead_of_believed() {
        Payment payment = scene.has(Payments.pending());

        apply(Scene.callback(payment.id(), "event-1", UpiCallback.Status.SUCCEEDED, 1, "UTR1"));

        assertThat(scene.now(payment).state()).isEqualTo(PaymentState.UNKNOWN);
        assertThat(scene.signals.verdicts).containsEntry(Verdict.DISPUTED, 1);
        assertThat(scene.signals.leftUnknown).isOne();
        assertThat(scene.books.discrepancies()).extracting(Discrepancy::kind).containsExactly(Discrepancy.Kind.AMOUNT);
        assertThat(scene.announced()).extracting(PaymentChanged::status).containsExactly(PaymentChanged.Status.UNKNOWN);
    }

    @Test
    void one_bank_reference_pays_one_payment() {
        Payment first = scene.has(Payments.pending());
        Payment second = scene.has(Payments.pending());
        Payment third = scene.has(Payments.pending());

        apply(Scene.success(first, "event-1", "UTR1"), Scene.success(second, "event-2", "UTR1"));
        apply(Scene.success(third, "event-3", "UTR1"));

        assertThat(scene.now(first).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(scene.now(second).state()).isEqualTo(PaymentState.UNKNOWN);
        assertThat(scene.now(third).state()).isEqualTo(PaymentState.UNKNOWN);
        assertThat(scene.books.discrepancies())
                .extracting(Discrepancy::kind)
                .containsExactly(Discrepancy.Kind.UTR, Discrepancy.Kind.UTR);
    }

    @Test
    void a_callback_without_its_payment_waits_and_is_applied_when_the_payment_is_there() {
        Payment payment = Payments.created();
        apply(Scene.success(payment, "event-1", "UTR1"));
        assertThat(scene.books.verdict("event-1")).isEqualTo("WAITING");
        StepVerifier.create(scene.early.applyReady()).expectNext(0).verifyComplete();

        scene.has(payment);
        StepVerifier.create(scene.early.applyReady()).expectNext(1).verifyComplete();

        assertThat(scene.now(payment).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(scene.books.verdict("event-1")).isEqualTo("APPLIED");
        StepVerifier.create(scene.submitting().submitDue()).expectNext(0).verifyComplete();
    }

    @Test
    void a_failed_commit_leaves_nothing_and_the_next_delivery_counts() {
        Payment payment = scene.has(Payments.pending());
        UpiCallback callback = Scene.success(payment, "event-1", "UTR1");
        scene.books.failCommitAfter(0);

        StepVerifier.create(scene.callbacks.apply(List.of(callback))).verifyError(IllegalStateException.class);
        assertThat(scene.now(payment).state()).isEqualTo(PaymentState.PENDING);

        apply(callback);
        assertThat(scene.now(payment).state()).isEqualTo(PaymentState.SUCCEEDED);
    }

    @Test
    void a_cancelled_batch_cancels_its_transaction() {
        PublisherProbe<Void> commit =
                PublisherProbe.of(TestPublisher.<Void>create().mono());
        ApplyCallbacks callbacks = new ApplyCallbacks(
                new HangingTransactions(commit.mono()),
                scene.books,
                new SettleEvents(
                        new ApplyFindings(
                                scene.books,
                                scene.books,
                                scene.books,
                                scene.books,
                                scene.books,
                                Payments.POLICY,
                                scene.clock),
                        scene.books),
                scene.signals,
                scene.clock);

        StepVerifier.create(callbacks.apply(List.of(Scene.failure(Payments.pending(), "event-1"))))
                .expectSubscription()
                .thenCancel()
                .verify();

        commit.assertWasCancelled();
    }

    private void apply(UpiCallback... callbacks) {
        StepVerifier.create(scene.callbacks.apply(List.of(callbacks))).verifyComplete();
    }
}
