package com.byajbook.loanengine.marketplace.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.loanengine.marketplace.domain.BatchSettlement.Settled;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BatchSettlementTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID RAVI = UUID.randomUUID();
    private static final UUID LOAN = UUID.randomUUID();

    private final LenderBook book = new LenderBook(Map.of(), Map.of());
    private final Commitment first = reserved(6_000_00);
    private final Commitment second = reserved(4_000_00);
    private final Listing listing = Listing.fresh(LOAN, RAVI, 10_000_00, NOW, NOW.plusSeconds(60))
            .reserve(6_000_00)
            .reserve(4_000_00);

    @Test
    void the_last_hold_makes_the_loan_full() {
        Settled half = settle(listing, held(first));
        Settled full = settle(listing, held(first), held(second));

        assertThat(half.funded()).isEmpty();
        assertThat(full.funded()).containsExactly(LOAN);
        assertThat(full.commitments()).extracting(Commitment::state).containsOnly(CommitmentState.HELD);
        assertThat(book.changes()).isEmpty();
    }

    @Test
    void a_refusal_gives_room_back_and_keeps_the_reason_it_came_with() {
        Settled settled = settle(listing, new HoldAnswer(first.id(), "INSUFFICIENT_FUNDS"));

        Commitment refused = settled.commitments().get(0);
        assertThat(refused.state()).isEqualTo(CommitmentState.REFUSED);
        assertThat(refused.reason()).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(refused.version()).isEqualTo(2);
        assertThat(settled.listings().get(0).leftPaise()).isEqualTo(6_000_00);
        assertThat(book.changes()).containsEntry(first.pair(), -6_000_00L);
    }

    @Test
    void what_is_held_for_a_loan_that_is_over_is_released() {
        Settled settled = settle(listing.closed(0), held(first));

        assertThat(settled.commitments().get(0).state()).isEqualTo(CommitmentState.RELEASED);
        assertThat(settled.commitments().get(0).reason()).isEqualTo("LOAN_NOT_LISTED");
        assertThat(settled.listings().get(0).reservedPaise()).isEqualTo(4_000_00);
        assertThat(book.changes()).containsEntry(first.pair(), -6_000_00L);
    }

    @Test
    void an_answer_that_was_heard_before_or_that_nobody_waits_for_changes_nothing() {
        Settled twice = settle(listing, held(first), held(first));
        Settled unknown = settle(listing, new HoldAnswer(UUID.randomUUID(), null));

        assertThat(twice.listings().get(0).heldPaise()).isEqualTo(6_000_00);
        assertThat(unknown.commitments()).isEmpty();
        assertThat(unknown.listings()).isEmpty();
    }

    private Settled settle(Listing now, HoldAnswer... answers) {
        return BatchSettlement.settle(
                List.of(answers), Map.of(first.id(), first, second.id(), second), Map.of(LOAN, now), book, NOW);
    }

    private static HoldAnswer held(Commitment commitment) {
        return new HoldAnswer(commitment.id(), null);
    }

    private static Commitment reserved(long paise) {
        return Commitment.reserved(new Wish(UUID.randomUUID(), LOAN, UUID.randomUUID(), true, paise, NOW), RAVI, NOW);
    }
}
