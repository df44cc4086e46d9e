package com.byajbook.paymentflow.ledger.usecase;

import static com.byajbook.paymentflow.ledger.domain.Ledger.NOON;
import static com.byajbook.paymentflow.ledger.domain.Ledger.deposit;
import static com.byajbook.paymentflow.ledger.domain.Ledger.id;
import static com.byajbook.paymentflow.ledger.domain.Ledger.transfer;
import static com.byajbook.paymentflow.ledger.domain.Ledger.wallet;
import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.paymentflow.ledger.domain.LedgerChanges;
import com.byajbook.paymentflow.ledger.domain.LedgerCommand;
import com.byajbook.paymentflow.ledger.domain.LedgerCommand.Post;
import com.byajbook.paymentflow.ledger.domain.LedgerOutcome;
import com.byajbook.paymentflow.ledger.domain.LedgerOutcome.Done;
import com.byajbook.paymentflow.ledger.domain.LedgerOutcome.Reason;
import com.byajbook.paymentflow.ledger.domain.LedgerOutcome.Refused;
import com.byajbook.paymentflow.ledger.domain.LedgerSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.PublisherProbe;

class KeepLedgerTest {

    private static final Clock AT_NOON = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final LedgerSnapshot EMPTY = new LedgerSnapshot(Map.of(), Map.of(), Map.of());
    private static final LedgerCommand DEPOSIT = new Post(deposit(id(1), wallet(1), 100));
    private static final LedgerCommand TOO_MUCH = new Post(transfer(id(2), wallet(2), wallet(1), 1));

    private final List<LedgerChanges> written = new ArrayList<>();

    @Test
    void writes_what_is_done_and_answers_each_command() {
        StepVerifier.create(ledger(Mono.just(EMPTY)).apply(List.of(DEPOSIT, TOO_MUCH)))
                .expectNext(List.of(new Done(false), new Refused(Reason.INSUFFICIENT_FUNDS, 0)))
                .verifyComplete();

        assertThat(written)
                .singleElement()
                .satisfies(changes -> assertThat(changes.booked()).hasSize(1));
    }

    @Test
    void writes_nothing_when_all_is_refused() {
        StepVerifier.create(ledger(Mono.just(EMPTY)).apply(List.of(TOO_MUCH)))
                .expectNextMatches(outcomes -> outcomes.stream().noneMatch(LedgerOutcome::isDone))
                .verifyComplete();

        assertThat(written).isEmpty();
    }

    @Test
    void locks_nothing_for_nothing_and_nothing_before_somebody_asks() {
        PublisherProbe<LedgerSnapshot> locked = PublisherProbe.of(Mono.just(EMPTY));
        Mono<List<LedgerOutcome>> asked = ledger(locked.mono()).apply(List.of(DEPOSIT));
        locked.assertWasNotSubscribed();

        StepVerifier.create(ledger(locked.mono()).apply(List.of()))
                .expectNext(List.of())
                .verifyComplete();
        locked.assertWasNotSubscribed();

        StepVerifier.create(asked).expectNextCount(1).verifyComplete();
        locked.assertWasSubscribed();
    }

    @Test
    void a_store_that_fails_is_no_outcome() {
        StepVerifier.create(
                        ledger(Mono.error(new IllegalStateException("away"))).apply(List.of(DEPOSIT)))
                .verifyErrorMessage("away");

        assertThat(written).isEmpty();
    }

    @Test
    void who_stops_waiting_stops_the_locking() {
        PublisherProbe<LedgerSnapshot> waiting = PublisherProbe.of(Mono.never());

        StepVerifier.create(ledger(waiting.mono()).apply(List.of(DEPOSIT)))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(10))
                .thenCancel()
                .verify();

        waiting.assertWasCancelled();
    }

    private KeepLedger ledger(Mono<LedgerSnapshot> locked) {
        return new KeepLedger(reach -> locked, (changes, at) -> Mono.fromRunnable(() -> written.add(changes)), AT_NOON);
    }
}
