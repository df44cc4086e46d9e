package com.byajbook.paymentflow.payments.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pair of state and evidence, written out once more by hand. */
class TransitionsTest {

    private static final List<PaymentState> COLUMNS = List.of(
            PaymentState.CREATED,
            PaymentState.SUBMITTED,
            PaymentState.PENDING,
            PaymentState.UNKNOWN,
            PaymentState.SUCCEEDED,
            PaymentState.FAILED,
            PaymentState.REVERSED);

    /** A cell is a state to go to, or "." out of date, "=" repeated, "!" contradicted, "?" disputed. */
    private static final String TABLE = """
            evidence               CREATED    SUBMITTED  PENDING    UNKNOWN    SUCCEEDED  FAILED     REVERSED
            SUBMISSION_STARTED     SUBMITTED  .          .          .          .          .          .
            SUBMISSION_NOT_SENT    .          CREATED    .          .          .          .          .
            SUBMISSION_ACCEPTED    .          PENDING    .          .          .          .          .
            SUBMISSION_REFUSED     .          FAILED     .          .          .          .          .
            SUBMISSION_UNANSWERED  .          UNKNOWN    .          .          .          .          .
            INQUIRY_PENDING        .          PENDING    PENDING    PENDING    .          .          .
            INQUIRY_NOT_FOUND      .          CREATED    PENDING    CREATED    .          .          .
            INQUIRY_SUCCEEDED      SUCCEEDED  SUCCEEDED  SUCCEEDED  SUCCEEDED  =          !          =
            INQUIRY_FAILED         FAILED     FAILED     FAILED     FAILED     !          =          !
            INQUIRY_REVERSED       REVERSED   REVERSED   REVERSED   REVERSED   REVERSED   !          =
            INQUIRY_UNANSWERED     .          UNKNOWN    PENDING    UNKNOWN    .          .          .
            CALLBACK_SUCCEEDED     SUCCEEDED  SUCCEEDED  SUCCEEDED  SUCCEEDED  =          !          =
            CALLBACK_FAILED        FAILED     FAILED     FAILED     FAILED     !          =          !
            GIVEN_UP               .          UNKNOWN    UNKNOWN    UNKNOWN    .          .          .
            DISPUTED               UNKNOWN    UNKNOWN    UNKNOWN    UNKNOWN    ?          ?          ?
            CALLBACK_REVERSED      REVERSED   REVERSED   REVERSED   REVERSED   REVERSED   !          =
            """;

    @ParameterizedTest(name = "{0} told {1}: {2}")
    @MethodSource("pairs")
    void every_pair_has_the_effect_of_the_table(PaymentState state, Evidence evidence, String cell) {
        String effect = Transitions.next(state, evidence)
                .map(PaymentState::name)
                .orElseGet(() -> symbol(Transitions.standstill(state, evidence)));

        assertThat(effect).isEqualTo(cell);
    }

    @Test
    void the_table_of_this_test_leaves_no_pair_out() {
        assertThat(pairs()).hasSize(PaymentState.values().length * Evidence.values().length);
    }

    @ParameterizedTest
    @EnumSource(Evidence.class)
    void a_terminal_outcome_is_left_by_a_reversal_only(Evidence evidence) {
        for (PaymentState state : PaymentState.values()) {
            if (state.isTerminal()) {
                boolean reversal = state == PaymentState.SUCCEEDED
                        && (evidence == Evidence.CALLBACK_REVERSED || evidence == Evidence.INQUIRY_REVERSED);
                assertThat(Transitions.next(state, evidence).isPresent()).isEqualTo(reversal);
            }
        }
    }

    static Stream<Arguments> pairs() {
        return TABLE.lines()
                .skip(1)
                .map(line -> line.split("\\s+"))
                .flatMap(cells -> COLUMNS.stream()
                        .map(state ->
                                Arguments.of(state, Evidence.valueOf(cells[0]), cells[1 + COLUMNS.indexOf(state)])));
    }

    private static String symbol(Verdict verdict) {
        return switch (verdict) {
            case OUT_OF_DATE -> ".";
            case REPEATED -> "=";
            case CONTRADICTED -> "!";
            case DISPUTED -> "?";
            case APPLIED -> throw new AssertionError("nothing moved, and yet " + Arrays.toString(Verdict.values()));
        };
    }
}
