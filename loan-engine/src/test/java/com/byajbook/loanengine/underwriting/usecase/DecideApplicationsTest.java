package com.byajbook.loanengine.underwriting.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.loanengine.underwriting.domain.CreditReport.Known;
import com.byajbook.loanengine.underwriting.domain.CreditReport.Unavailable;
import com.byajbook.platform.message.ApplyForLoan;
import com.byajbook.platform.message.LoanDecided;
import com.byajbook.platform.message.LoanDecided.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.PublisherProbe;

class DecideApplicationsTest {

    private static final UUID ASHA = UUID.randomUUID();
    private static final UUID RAVI = UUID.randomUUID();

    private final Bench bench = new Bench();

    @Test
    void offers_a_loan_on_the_terms_of_the_borrowers_band() {
        ApplyForLoan command = Bench.application(ASHA, 50_000_00);

        StepVerifier.create(bench.useCase().decide(List.of(command))).verifyComplete();

        LoanDecided event = bench.announced.get(0);
        assertThat(event.outcome()).isEqualTo(Outcome.OFFERED);
        assertThat(event.reasons()).isEmpty();
        assertThat(event.loanId()).isEqualTo(command.loanId());
        assertThat(event.receivedAt())
                .as("when it was accepted, not when it was decided")
                .isEqualTo(Bench.RECEIVED);
        assertThat(event.occurredAt()).isEqualTo(Bench.NOW);
        LoanDecided.Terms terms = Objects.requireNonNull(event.terms());
        assertThat(terms.annualRatePct()).isEqualTo("15.00");
        assertThat(terms.kfsHash())
                .isEqualTo(bench.saved.get(0).terms().orElseThrow().statementHash());
        assertThat(bench.exposures).containsEntry(ASHA, 50_000_00L);
    }

    @Test
    void declines_with_every_reason_and_holds_nothing() {
        bench.reports.put(ASHA, () -> Mono.just(new Known(600, 1_000_00, 0, 0)));

        StepVerifier.create(bench.useCase().decide(List.of(Bench.application(ASHA, 50_000_00))))
                .verifyComplete();

        assertThat(bench.announced.get(0).outcome()).isEqualTo(Outcome.DECLINED);
        assertThat(bench.announced.get(0).reasons()).containsExactly("SCORE_BELOW_CUT_OFF", "NOT_AFFORDABLE");
        assertThat(bench.announced.get(0).terms()).isNull();
        assertThat(bench.exposures).isEmpty();
    }

    @Test
    void refers_an_application_whose_report_missed_its_deadline_while_its_neighbours_are_decided() {
        bench.reports.put(ASHA, () -> Mono.delay(Duration.ofSeconds(1)).map(late -> new Unavailable("too late")));

        StepVerifier.withVirtualTime(() -> bench.useCase()
                        .decide(List.of(Bench.application(ASHA, 50_000_00), Bench.application(RAVI, 50_000_00))))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(999))
                .thenAwait(Duration.ofMillis(1))
                .verifyComplete();

        assertThat(bench.announced).extracting(LoanDecided::outcome).containsExactly(Outcome.REFERRED, Outcome.OFFERED);
        assertThat(bench.announced.get(0).reasons()).containsExactly("BUREAU_UNAVAILABLE");
    }

    @Test
    void decides_a_command_once_however_often_it_arrives() {
        ApplyForLoan command = Bench.application(ASHA, 50_000_00);

        StepVerifier.create(bench.useCase().decide(List.of(command))).verifyComplete();
        StepVerifier.create(bench.useCase().decide(List.of(command))).verifyComplete();

        assertThat(bench.announced).hasSize(1);
        assertThat(bench.exposures).containsEntry(ASHA, 50_000_00L);
    }

    @Test
    void a_loan_that_was_decided_by_another_message_is_neither_held_nor_announced_again() {
        ApplyForLoan first = Bench.application(ASHA, 50_000_00);
        ApplyForLoan again = new ApplyForLoan(
                UUID.randomUUID(), Bench.RECEIVED, first.loanId(), ASHA, true, 50_000_00, 12, "Wedding");

        StepVerifier.create(bench.useCase().decide(List.of(first))).verifyComplete();
        StepVerifier.create(bench.useCase().decide(List.of(again))).verifyComplete();

        assertThat(bench.announced).hasSize(1);
        assertThat(bench.exposures).containsEntry(ASHA, 50_000_00L);
    }

    @Test
    void an_event_keeps_its_id_when_a_decision_is_made_again_after_a_crash() {
        ApplyForLoan command = Bench.application(ASHA, 50_000_00);
        Bench crashed = new Bench();
        StepVerifier.create(crashed.useCase().decide(List.of(command))).verifyComplete();

        StepVerifier.create(bench.useCase().decide(List.of(command))).verifyComplete();

        assertThat(bench.announced.get(0).messageId())
                .isEqualTo(crashed.announced.get(0).messageId());
    }

    @Test
    void asks_the_bureau_for_no_more_at_once_than_it_may() {
        List<ApplyForLoan> batch = IntStream.range(0, 20)
                .mapToObj(i -> Bench.application(UUID.randomUUID(), 50_000_00))
                .toList();
        batch.forEach(command -> bench.reports.put(
                command.borrowerId(), () -> Mono.delay(Duration.ofMillis(10)).map(late -> Bench.GOOD)));

        StepVerifier.withVirtualTime(() -> bench.useCase().decide(batch))
                .thenAwait(Duration.ofMillis(50))
                .verifyComplete();

        assertThat(bench.mostAsking).isEqualTo(4);
        assertThat(bench.asked)
                .containsExactlyInAnyOrderElementsOf(
                        batch.stream().map(ApplyForLoan::loanId).toList());
    }

    @Test
    void a_failed_commit_fails_the_batch_and_announces_nothing() {
        bench.commit = Mono.error(new TimeoutException("the database is away"));

        StepVerifier.create(bench.useCase().decide(List.of(Bench.application(ASHA, 50_000_00))))
                .verifyError(TimeoutException.class);

        assertThat(bench.announced).isEmpty();
        assertThat(bench.seen).isEmpty();
    }

    @Test
    void an_unexpected_failure_of_the_bureau_fails_the_batch_before_anything_is_decided() {
        bench.reports.put(ASHA, () -> Mono.error(new IllegalStateException("a mistake of ours")));

        StepVerifier.create(bench.useCase().decide(List.of(Bench.application(ASHA, 50_000_00))))
                .verifyError(IllegalStateException.class);

        assertThat(bench.saved).isEmpty();
    }

    @Test
    void a_cancel_while_the_bureau_is_asked_ends_the_call_and_decides_nothing() {
        PublisherProbe<Object> silent = PublisherProbe.of(Mono.never());
        bench.reports.put(ASHA, () -> silent.mono().map(never -> Bench.GOOD));

        Disposable decision = bench.useCase()
                .decide(List.of(Bench.application(ASHA, 50_000_00)))
                .subscribe();
        silent.assertWasSubscribed();
        decision.dispose();

        silent.assertWasCancelled();
        assertThat(bench.saved).isEmpty();
        assertThat(bench.announced).isEmpty();
    }

    @Test
    void nothing_happens_before_it_is_subscribed() {
        Mono<Void> decision = bench.useCase().decide(List.of(Bench.application(ASHA, 50_000_00)));

        assertThat(bench.asked).isEmpty();
        assertThat(decision).isNotNull();
    }
}
