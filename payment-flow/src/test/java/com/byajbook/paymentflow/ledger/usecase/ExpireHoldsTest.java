package com.byajbook.paymentflow.ledger.usecase;

import static com.byajbook.paymentflow.ledger.domain.Ledger.NOON;
import static com.byajbook.paymentflow.ledger.domain.Ledger.id;
import static com.byajbook.paymentflow.ledger.domain.Ledger.wallet;
import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.paymentflow.ledger.domain.Funds;
import com.byajbook.paymentflow.ledger.domain.Hold;
import com.byajbook.paymentflow.ledger.domain.LedgerChanges;
import com.byajbook.paymentflow.ledger.domain.LedgerSnapshot;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class ExpireHoldsTest {

    private static final Clock AT_NOON = Clock.fixed(NOON, ZoneOffset.UTC);

    private static final InTransaction AS_IT_IS = new InTransaction() {
        @Override
        public <T> Mono<T> of(Mono<T> work) {
            return work;
        }
    };

    private static final Hold OVER = Hold.open(id(1), wallet(1), id(9), 40, NOON.minusSeconds(1));

    private final List<LedgerChanges> written = new ArrayList<>();

    @Test
    void gives_back_what_was_held_for_too_long() {
        StepVerifier.create(expiring(OVER).expireSome()).expectNext(1).verifyComplete();

        assertThat(written)
                .singleElement()
                .satisfies(changes -> assertThat(changes.resolved())
                        .singleElement()
                        .extracting(Hold::state)
                        .isEqualTo(Hold.State.EXPIRED));
    }

    @Test
    void leaves_to_whoever_resolved_it_meanwhile() {
        Hold posted = new Hold(
                OVER.id(), OVER.account(), OVER.subjectId(), 40, OVER.expiresAt(), Hold.State.POSTED, 40, id(5));

        StepVerifier.create(expiring(posted).expireSome()).expectNext(1).verifyComplete();

        assertThat(written).isEmpty();
    }

    @Test
    void finds_nothing_on_a_quiet_day() {
        ExpireHolds quiet = new ExpireHolds(
                (now, limit) -> Flux.empty(),
                new KeepLedger(reach -> Mono.never(), (changes, at) -> Mono.never(), AT_NOON),
                AS_IT_IS,
                AT_NOON,
                10);

        StepVerifier.create(quiet.expireSome()).expectNext(0).verifyComplete();
    }

    private ExpireHolds expiring(Hold asItIsNow) {
        LedgerSnapshot books =
                new LedgerSnapshot(Map.of(OVER.account(), new Funds(-100, 40)), Map.of(), Map.of(OVER.id(), asItIsNow));
        KeepLedger ledger = new KeepLedger(
                reach -> Mono.just(books), (changes, at) -> Mono.fromRunnable(() -> written.add(changes)), AT_NOON);
        Flux<UUID> found = Flux.just(OVER.id());
        return new ExpireHolds((now, limit) -> found, ledger, AS_IT_IS, AT_NOON, 10);
    }
}
