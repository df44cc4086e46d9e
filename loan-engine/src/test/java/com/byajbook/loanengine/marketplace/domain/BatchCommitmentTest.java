package com.byajbook.loanengine.marketplace.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.loanengine.marketplace.domain.BatchCommitment.Decided;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BatchCommitmentTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID RAVI = UUID.randomUUID();
    private static final UUID ASHA = UUID.randomUUID();
    private static final CommitmentRules RULES = new CommitmentRules(1_000_00, 50_00_000_00L, 50_000_00, 1_000);
    private static final Listing LISTING =
            Listing.fresh(UUID.randomUUID(), RAVI, 60_000_00, NOW.minusSeconds(60), NOW.plusSeconds(60));

    private final LenderBook book = new LenderBook(Map.of(), Map.of());

    @Test
    void each_wish_is_decided_on_what_those_before_it_left() {
        Decided decided = decide(wish(ASHA, 40_000_00), wish(other(), 30_000_00), wish(other(), 20_000_00));

        assertThat(decided.commitments())
                .extracting(Commitment::state)
                .containsExactly(CommitmentState.RESERVED, CommitmentState.REFUSED, CommitmentState.RESERVED);
        assertThat(decided.commitments().get(1).reason()).isEqualTo("MORE_THAN_LEFT");
        assertThat(decided.listings()).singleElement().satisfies(listing -> {
            assertThat(listing.reservedPaise()).isEqualTo(60_000_00);
            assertThat(listing.lenders()).isEqualTo(2);
        });
        assertThat(book.changes())
                .containsEntry(new Pair(ASHA, RAVI), 40_000_00L)
                .hasSize(2);
    }

    @Test
    void what_one_lender_gives_one_borrower_is_counted_over_the_batch() {
        Decided decided = decide(wish(ASHA, 30_000_00), wish(ASHA, 20_000_00), wish(ASHA, 1_000_00));

        assertThat(decided.commitments().get(1).state()).isEqualTo(CommitmentState.RESERVED);
        assertThat(decided.commitments().get(2).reason()).isEqualTo("PAIR_LIMIT_EXCEEDED");
    }

    @Test
    void what_a_lender_has_lent_before_counts() {
        LenderBook rich = new LenderBook(Map.of(ASHA, 49_99_000_00L), Map.of());

        Decided decided = BatchCommitment.decide(
                new CommitmentPolicy(RULES),
                List.of(wish(ASHA, 1_000_01), wish(ASHA, 1_000_00)),
                Map.of(LISTING.loanId(), LISTING),
                rich,
                NOW);

        assertThat(decided.commitments().get(0).reason()).isEqualTo("LENDER_LIMIT_EXCEEDED");
        assertThat(decided.commitments().get(1).state()).isEqualTo(CommitmentState.RESERVED);
    }

    @Test
    void less_than_the_least_is_taken_when_it_is_exactly_what_is_left() {
        Listing nearlyFull = LISTING.reserve(59_500_00);

        assertThat(reason(nearlyFull, 499_99, true)).isEqualTo("BELOW_MINIMUM");
        assertThat(reason(nearlyFull, 500_00, true)).isNull();
        assertThat(reason(LISTING, 999_99, true)).isEqualTo("BELOW_MINIMUM");
        assertThat(reason(LISTING, 1_000_00, true)).isNull();
    }

    @Test
    void nothing_is_promised_to_what_is_not_listed_any_more() {
        Listing late = Listing.fresh(LISTING.loanId(), RAVI, 60_000_00, NOW.minusSeconds(60), NOW);

        assertThat(reason(late, 1_000_00, true)).isEqualTo("LOAN_NOT_LISTED");
        assertThat(reason(LISTING.closed(0), 1_000_00, true)).isEqualTo("LOAN_NOT_LISTED");
        Commitment unknown = BatchCommitment.decide(
                        new CommitmentPolicy(RULES), List.of(wish(ASHA, 1_000_00)), Map.of(), book, NOW)
                .commitments()
                .get(0);
        assertThat(unknown.reason()).isEqualTo("LOAN_NOT_LISTED");
        assertThat(unknown.borrowerId()).isNull();
    }

    @Test
    void a_lender_is_known_and_is_not_the_borrower() {
        assertThat(reason(LISTING, 1_000_00, false)).isEqualTo("KYC_INCOMPLETE");
        assertThat(decide(wish(RAVI, 1_000_00)).commitments().get(0).reason()).isEqualTo("OWN_LOAN");
    }

    @Test
    void a_loan_has_no_more_lenders_than_one_disbursal_can_name() {
        CommitmentRules two = new CommitmentRules(1_000_00, 50_00_000_00L, 50_000_00, 2);

        Decided decided = BatchCommitment.decide(
                new CommitmentPolicy(two),
                List.of(wish(ASHA, 1_000_00), wish(ASHA, 1_000_00), wish(ASHA, 1_000_00)),
                Map.of(LISTING.loanId(), LISTING),
                book,
                NOW);

        assertThat(decided.commitments().get(2).reason()).isEqualTo("TOO_MANY_LENDERS");
    }

    private Decided decide(Wish... wishes) {
        return BatchCommitment.decide(
                new CommitmentPolicy(RULES), List.of(wishes), Map.of(LISTING.loanId(), LISTING), book, NOW);
    }

    private static @Nullable String reason(Listing listing, long paise, boolean kycVerified) {
        Wish wish = new Wish(UUID.randomUUID(), listing.loanId(), ASHA, kycVerified, paise, NOW);
        LenderBook empty = new LenderBook(Map.of(), Map.of());
        return BatchCommitment.decide(
                        new CommitmentPolicy(RULES), List.of(wish), Map.of(listing.loanId(), listing), empty, NOW)
                .commitments()
                .get(0)
                .reason();
    }

    private static Wish wish(UUID lender, long paise) {
        return new Wish(UUID.randomUUID(), LISTING.loanId(), lender, true, paise, NOW);
    }

    private static UUID other() {
        return UUID.randomUUID();
    }
}
