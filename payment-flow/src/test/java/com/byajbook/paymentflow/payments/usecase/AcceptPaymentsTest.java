package com.byajbook.paymentflow.payments.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.paymentflow.payments.domain.PaymentPurpose;
import com.byajbook.paymentflow.payments.domain.PaymentState;
import com.byajbook.paymentflow.payments.domain.Payments;
import com.byajbook.platform.message.CollectInstalment;
import com.byajbook.platform.message.InitiatePayment;
import com.byajbook.platform.message.PaymentChanged;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.PublisherProbe;
import reactor.test.publisher.TestPublisher;

class AcceptPaymentsTest {

    private final Scene scene = new Scene();
    private final AtomicInteger rings = new AtomicInteger();

    @BeforeEach
    void listen() {
        Disposable unused = scene.doorbell.rings().subscribe(ring -> rings.incrementAndGet());
    }

    @Test
    void stores_the_intent_announces_it_as_pending_and_wakes_the_submitter() {
        InitiatePayment command = command(UUID.randomUUID());

        StepVerifier.create(scene.accepting.accept(List.of(command))).verifyComplete();

        assertThat(scene.books.get(command.paymentId()).state()).isEqualTo(PaymentState.CREATED);
        assertThat(scene.announced()).singleElement().satisfies(event -> {
            assertThat(event.paymentId()).isEqualTo(command.paymentId());
            assertThat(event.status()).isEqualTo(PaymentChanged.Status.PENDING);
            assertThat(event.paymentVersion()).isOne();
        });
        assertThat(rings).hasValue(1);
    }

    @Test
    void an_instalment_is_a_repayment_like_any_other_and_names_its_mandate() {
        UUID mandate = UUID.randomUUID();
        CollectInstalment debit = instalment(mandate);
        CollectInstalment request = instalment(null);

        StepVerifier.create(scene.accepting.accept(List.of(debit, request, debit)))
                .verifyComplete();

        assertThat(scene.books.get(debit.paymentId()).order()).satisfies(order -> {
            assertThat(order.purpose()).isEqualTo(PaymentPurpose.REPAYMENT);
            assertThat(order.mandateId()).isEqualTo(mandate);
            assertThat(order.method()).isEqualTo("UPI_MANDATE");
        });
        assertThat(scene.books.get(request.paymentId()).order().mandateId()).isNull();
        assertThat(scene.announced()).hasSize(2);
    }

    @Test
    void a_command_that_comes_again_has_no_second_effect() {
        InitiatePayment command = command(UUID.randomUUID());

        StepVerifier.create(scene.accepting.accept(List.of(command))).verifyComplete();
        StepVerifier.create(scene.accepting.accept(List.of(command))).verifyComplete();

        assertThat(scene.announced()).hasSize(1);
    }

    @Test
    void a_payment_under_two_messages_is_one_payment() {
        UUID paymentId = UUID.randomUUID();

        StepVerifier.create(scene.accepting.accept(List.of(command(paymentId), command(paymentId))))
                .verifyComplete();

        assertThat(scene.announced()).hasSize(1);
    }

    @Test
    void a_failed_commit_is_an_error_that_wakes_nobody_and_leaves_nothing() {
        scene.books.failCommitAfter(0);
        InitiatePayment command = command(UUID.randomUUID());

        StepVerifier.create(scene.accepting.accept(List.of(command))).verifyError(IllegalStateException.class);

        assertThat(scene.announced()).isEmpty();
        assertThat(rings).hasValue(0);
        StepVerifier.create(scene.accepting.accept(List.of(command))).verifyComplete();
        assertThat(scene.announced()).hasSize(1);
    }

    @Test
    void nothing_happens_before_subscription() {
        Mono<Void> unused = scene.accepting.accept(List.of(command(UUID.randomUUID())));

        assertThat(scene.announced()).isEmpty();
        assertThat(rings).hasValue(0);
    }

    @Test
    void a_cancelled_acceptance_wakes_nobody() {
        TestPublisher<Void> stuck = TestPublisher.create();
        PublisherProbe<Void> commit = PublisherProbe.of(stuck.mono());
        Transactions hanging = new HangingTransactions(commit.mono());
        AcceptPayments accepting = new AcceptPayments(hanging, scene.books, scene.doorbell, scene.clock);

        StepVerifier.create(accepting.accept(List.of(command(UUID.randomUUID()))))
                .expectSubscription()
                .thenAwait(Duration.ofMillis(10))
                .thenCancel()
                .verify();

        commit.assertWasCancelled();
        assertThat(rings).hasValue(0);
    }

    private static CollectInstalment instalment(@Nullable UUID mandate) {
        return new CollectInstalment(
                UUID.randomUUID(),
                Payments.NOON,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                1,
                Payments.AMOUNT_PAISE,
                mandate);
    }

    private static InitiatePayment command(UUID paymentId) {
        return new InitiatePayment(
                UUID.randomUUID(),
                Payments.NOON,
                paymentId,
                UUID.randomUUID(),
                UUID.randomUUID(),
                Payments.AMOUNT_PAISE,
                "UPI");
    }
}
