package com.byajbook.loanengine.servicing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.byajbook.loanengine.servicing.domain.LenderShares.Payout;
import com.byajbook.loanengine.servicing.domain.LenderShares.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LenderSharesTest {

    @Test
    void each_gets_its_part() {
        assertThat(paise(new LenderShares(List.of(share(1, 5_000, 0), share(2, 3_000, 0), share(3, 2_000, 0)))
                        .payouts(1_000)))
                .containsExactly(500L, 300L, 200L);
    }

    @Test
    void what_the_floors_leave_over_goes_to_the_largest_remainders_and_then_to_who_lent_first() {
        assertThat(paise(new LenderShares(List.of(share(1, 1, 0), share(2, 1, 0), share(3, 1, 0))).payouts(100)))
                .containsExactly(34L, 33L, 33L);
        assertThat(paise(new LenderShares(List.of(share(1, 5, 0), share(2, 6, 0))).payouts(10)))
                .as("4.55 and 5.45")
                .containsExactly(5L, 5L);
    }

    @Test
    void a_paisa_that_one_got_before_counts_for_the_next_time() {
        assertThat(paise(new LenderShares(List.of(share(1, 1, 34), share(2, 1, 33), share(3, 1, 33))).payouts(200)))
                .containsExactly(33L, 34L, 33L);
        assertThat(paise(new LenderShares(List.of(share(1, 1, 67), share(2, 1, 67), share(3, 1, 66))).payouts(300)))
                .containsExactly(33L, 33L, 34L);
    }

    @Test
    void more_cannot_have_been_paid_than_was_collected() {
        assertThatThrownBy(() -> new LenderShares(List.of(share(1, 1, 34))).payouts(33))
                .hasMessageContaining("34 paise were paid out of 33");
    }

    /** Invariant 8: the payouts are what was collected, and nobody is more than a paisa away from its exact part. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void over_many_collections_nobody_is_more_than_a_paisa_away(long seed) {
        Random random = new Random(seed);
        for (int loan = 0; loan < 200; loan++) {
            List<Share> lenders = IntStream.rangeClosed(1, 1 + random.nextInt(40))
                    .mapToObj(i -> share(i, 1L + random.nextInt(5_000_000), 0))
                    .toList();
            long principal = lenders.stream().mapToLong(Share::principalPaise).sum();
            long collected = 0;
            for (int instalment = 0; instalment < 36; instalment++) {
                long amount = 1L + random.nextInt(instalment % 5 == 0 ? 7 : 500_000);
                collected += amount;

                List<Payout> payouts = new LenderShares(lenders).payouts(collected);

                assertThat(paise(payouts)).allMatch(paid -> paid >= 0);
                assertThat(paise(payouts).stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(amount);
                lenders = paid(lenders, payouts);
                for (Share share : lenders) {
                    long exactTimesPrincipal = collected * share.principalPaise();
                    assertThat(Math.abs(share.paidPaise() * principal - exactTimesPrincipal))
                            .as("%s of %s collected", share, collected)
                            .isLessThanOrEqualTo(principal);
                }
            }
        }
    }

    @Test
    void who_is_owed_whole_paise_at_the_end_has_exactly_them() {
        List<Share> lenders = List.of(share(1, 700, 0), share(2, 200, 0), share(3, 100, 0));
        long collected = 0;
        for (long amount : new long[] {333, 1, 1, 1, 664, 7, 993}) {
            collected += amount;
            lenders = paid(lenders, new LenderShares(lenders).payouts(collected));
        }

        assertThat(collected).isEqualTo(2_000);
        assertThat(lenders).extracting(Share::paidPaise).containsExactly(1_400L, 400L, 200L);
    }

    private static List<Share> paid(List<Share> lenders, List<Payout> payouts) {
        List<Share> after = new ArrayList<>();
        for (int i = 0; i < lenders.size(); i++) {
            Share share = lenders.get(i);
            after.add(new Share(
                    share.lenderId(),
                    share.principalPaise(),
                    share.paidPaise() + payouts.get(i).paise()));
        }
        return after;
    }

    private static List<Long> paise(List<Payout> payouts) {
        return payouts.stream().map(Payout::paise).toList();
    }

    private static Share share(int lender, long principal, long paid) {
        return new Share(new UUID(1, lender), principal, paid);
    }
}
