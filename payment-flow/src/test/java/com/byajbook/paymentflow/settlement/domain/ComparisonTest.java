package com.byajbook.paymentflow.settlement.domain;

import static com.byajbook.paymentflow.settlement.domain.Direction.COLLECT;
import static com.byajbook.paymentflow.settlement.domain.Direction.PAY;
import static com.byajbook.paymentflow.settlement.domain.Movement.PAID;
import static com.byajbook.paymentflow.settlement.domain.Movement.RETURNED;
import static com.byajbook.paymentflow.settlement.domain.Sides.PAISE;
import static com.byajbook.paymentflow.settlement.domain.Sides.REFERENCE;
import static com.byajbook.paymentflow.settlement.domain.Sides.UTR;
import static com.byajbook.paymentflow.settlement.domain.Sides.collected;
import static com.byajbook.paymentflow.settlement.domain.Sides.line;
import static com.byajbook.paymentflow.settlement.domain.Sides.paidOut;
import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.paymentflow.settlement.domain.Comparison.OwnMovement;
import com.byajbook.paymentflow.settlement.domain.Ours.Standing;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ComparisonTest {

    static List<Arguments> agreeing() {
        return List.of(
                Arguments.of(PAID, collected(Standing.PAID)),
                Arguments.of(PAID, collected(Standing.RETURNED)),
                Arguments.of(RETURNED, collected(Standing.RETURNED)),
                Arguments.of(PAID, paidOut(Standing.PAID)),
                Arguments.of(RETURNED, paidOut(Standing.RETURNED)));
    }

    @ParameterizedTest
    @MethodSource("agreeing")
    void a_line_that_says_what_we_know_is_matched(Movement movement, Ours ours) {
        Line line = line(ours.direction(), movement);

        Comparison comparison = compared(ours, line);

        assertThat(comparison.matched()).containsExactly(line);
        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.tally().bank()).isEqualTo(comparison.tally().books());
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void a_line_that_nobody_knows_is_missing_here(Direction direction) {
        Difference missing = only(Comparison.of(List.of(line(direction, PAID)), Map.of()));

        assertThat(missing.kind()).isEqualTo(Kind.MISSING_HERE);
        assertThat(missing.ours()).isNull();
        assertThat(missing.gapPaise()).isEqualTo(direction == COLLECT ? PAISE : -PAISE);
        assertThat(missing.allowed())
                .containsExactlyInAnyOrder(
                        Action.RECHECK,
                        Action.ACCEPT_OURS,
                        Action.BOOK_TO_LENDERS_SUSPENSE,
                        Action.BOOK_TO_BORROWERS_SUSPENSE);
    }

    @Test
    void a_movement_without_a_line_is_missing_there() {
        Difference missing = only(Comparison.ofMissing(List.of(new OwnMovement(collected(Standing.PAID), PAID))));

        assertThat(missing.kind()).isEqualTo(Kind.MISSING_THERE);
        assertThat(missing.gapPaise()).isEqualTo(-PAISE);
        assertThat(missing.allowed()).contains(Action.REVERSE_OURS, Action.BOOK_TO_SUSPENSE);
    }

    @Test
    void a_return_without_a_line_cannot_be_reversed_once_more() {
        Difference missing =
                only(Comparison.ofMissing(List.of(new OwnMovement(collected(Standing.RETURNED), RETURNED))));

        assertThat(missing.gapPaise()).isEqualTo(PAISE);
        assertThat(missing.allowed()).doesNotContain(Action.REVERSE_OURS).contains(Action.BOOK_TO_SUSPENSE);
    }

    @Test
    void a_success_that_we_do_not_know_of_yet_is_open_here() {
        Difference open = only(compared(collected(Standing.OPEN), line(COLLECT, PAID)));

        assertThat(open.kind()).isEqualTo(Kind.OPEN_HERE);
        assertThat(open.kind().settlesByItself()).isTrue();
        assertThat(open.gapPaise()).isEqualTo(PAISE);
    }

    @Test
    void a_success_of_what_failed_here_is_money_that_we_owe() {
        Difference failed = only(compared(collected(Standing.FAILED), line(COLLECT, PAID)));

        assertThat(failed.kind()).isEqualTo(Kind.FAILED_HERE);
        assertThat(failed.gapPaise()).isEqualTo(PAISE);
        assertThat(failed.allowed()).contains(Action.REFUND_PAYER, Action.BOOK_TO_SUSPENSE);
    }

    @Test
    void a_payout_that_failed_here_and_left_all_the_same_has_no_payer_to_refund() {
        Difference failed = only(compared(paidOut(Standing.FAILED), line(PAY, PAID)));

        assertThat(failed.kind()).isEqualTo(Kind.FAILED_HERE);
        assertThat(failed.gapPaise()).isEqualTo(-PAISE);
        assertThat(failed.allowed()).doesNotContain(Action.REFUND_PAYER);
    }

    @Test
    void another_amount_is_a_difference_of_what_is_too_much_or_too_little() {
        Difference less = only(compared(collected(Standing.PAID), line(1, REFERENCE, COLLECT, 90, PAID, UTR)));
        Difference more = only(compared(paidOut(Standing.PAID), line(1, REFERENCE, PAY, 130, PAID, UTR)));

        assertThat(less.kind()).isEqualTo(Kind.AMOUNT);
        assertThat(less.gapPaise()).isEqualTo(-10).isEqualTo(less.restPaise());
        assertThat(more.gapPaise()).isEqualTo(-30).isEqualTo(more.restPaise());
    }

    @Test
    void another_amount_of_what_is_open_leaves_a_rest_once_the_payment_has_learnt_of_it() {
        Difference open = only(compared(collected(Standing.OPEN), line(1, REFERENCE, COLLECT, 130, PAID, UTR)));

        assertThat(open.kind()).isEqualTo(Kind.AMOUNT);
        assertThat(open.gapPaise()).isEqualTo(130);
        assertThat(open.restPaise()).isEqualTo(30);
    }

    @Test
    void another_reference_moves_no_money() {
        Difference other =
                only(compared(collected(Standing.PAID), line(1, REFERENCE, COLLECT, PAISE, PAID, "200000000002")));

        assertThat(other.kind()).isEqualTo(Kind.REFERENCE);
        assertThat(other.gapPaise()).isZero();
        assertThat(other.allowed()).containsExactlyInAnyOrder(Action.RECHECK, Action.ACCEPT_OURS, Action.ACCEPT_THEIRS);
    }

    @ParameterizedTest
    @EnumSource(names = {"PAID", "OPEN"})
    void a_return_that_we_do_not_know_of_yet_is_reversed(Standing standing) {
        Difference reversed = only(compared(collected(standing), line(COLLECT, RETURNED)));

        assertThat(reversed.kind()).isEqualTo(Kind.REVERSED);
        assertThat(reversed.kind().settlesByItself()).isTrue();
        assertThat(reversed.gapPaise()).isEqualTo(-PAISE);
    }

    @Test
    void of_two_movements_for_one_order_ours_is_the_one_that_is_called_as_we_call_it() {
        Line twice = line(1, REFERENCE, COLLECT, PAISE, PAID, "200000000002");
        Line own = line(2, REFERENCE, COLLECT, PAISE, PAID, UTR);

        Comparison comparison = compared(collected(Standing.PAID), twice, own);

        assertThat(comparison.matched()).containsExactly(own);
        assertThat(only(comparison)).satisfies(second -> {
            assertThat(second.kind()).isEqualTo(Kind.MISSING_HERE);
            assertThat(second.line()).isOne();
            assertThat(second.allowed())
                    .contains(Action.REFUND_PAYER, Action.BOOK_TO_SUSPENSE)
                    .doesNotContain(Action.BOOK_TO_LENDERS_SUSPENSE);
        });
    }

    @Test
    void money_that_went_the_other_way_is_not_our_payment() {
        Difference other = only(compared(collected(Standing.PAID), line(PAY, PAID)));

        assertThat(other.kind()).isEqualTo(Kind.MISSING_HERE);
        assertThat(other.gapPaise()).isEqualTo(-PAISE);
        assertThat(other.allowed()).doesNotContain(Action.REFUND_PAYER);
    }

    @Test
    void the_same_difference_has_the_same_key_whatever_its_line_and_another_one_another() {
        Difference first = only(compared(collected(Standing.OPEN), line(1, REFERENCE, COLLECT, PAISE, PAID, UTR)));
        Difference moved = only(compared(collected(Standing.OPEN), line(9, REFERENCE, COLLECT, PAISE, PAID, UTR)));
        Difference other = only(compared(collected(Standing.PAID), line(1, REFERENCE, COLLECT, 90, PAID, UTR)));

        assertThat(moved.key()).isEqualTo(first.key());
        assertThat(other.key()).isNotEqualTo(first.key());
    }

    private static Comparison compared(Ours ours, Line... lines) {
        return Comparison.of(List.of(lines), Map.of(REFERENCE, ours));
    }

    private static Difference only(Comparison comparison) {
        assertThat(comparison.differences()).hasSize(1);
        return comparison.differences().get(0);
    }
}
