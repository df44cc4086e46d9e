package com.byajbook.platform.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LimitOrderTest {

    @Test
    void says_what_is_wanted() {
        assertThat(new LimitOrder(12L, null, 3L, " Diwali \n", 600L, null)
                        .by("asha")
                        .toChange("user.rate"))
                .isEqualTo(new LimitChange("user.rate", 12L, 3, "Diwali", "asha", Duration.ofMinutes(10)));
    }

    @Test
    void a_reset_has_no_value() {
        assertThat(new LimitOrder(null, true, 3L, "back", null, "asha")
                        .toChange("user.rate")
                        .value())
                .isNull();
    }

    @Test
    void whoever_authenticated_the_caller_says_who_it_is() {
        assertThat(new LimitOrder(1L, null, 0L, "x", null, "somebody else")
                        .by("asha")
                        .toChange("user.rate"))
                .returns("asha", LimitChange::changedBy);
    }

    static Stream<Arguments> nonsense() {
        return Stream.of(
                Arguments.of(new LimitOrder(null, null, 0L, "why", null, "asha"), "either value, or reset"),
                Arguments.of(new LimitOrder(1L, true, 0L, "why", null, "asha"), "either value, or reset"),
                Arguments.of(new LimitOrder(1L, null, null, "why", null, "asha"), "version is missing"),
                Arguments.of(new LimitOrder(1L, null, -1L, "why", null, "asha"), "version"),
                Arguments.of(new LimitOrder(1L, null, 0L, null, null, "asha"), "reason is missing"),
                Arguments.of(new LimitOrder(1L, null, 0L, " \t\n", null, "asha"), "reason must"),
                Arguments.of(new LimitOrder(1L, null, 0L, "a\u0000b", null, "asha"), "reason must"),
                Arguments.of(new LimitOrder(1L, null, 0L, "x".repeat(501), null, "asha"), "reason must"),
                Arguments.of(new LimitOrder(1L, null, 0L, "why", null, null), "changedBy is missing"),
                Arguments.of(new LimitOrder(1L, null, 0L, "why", 0L, "asha"), "ttlSeconds"),
                Arguments.of(new LimitOrder(1L, null, 0L, "why", -5L, "asha"), "ttlSeconds"),
                Arguments.of(new LimitOrder(1L, null, 0L, "why", 604_801L, "asha"), "ttlSeconds"),
                Arguments.of(new LimitOrder(1L, null, 0L, "why", Long.MAX_VALUE, "asha"), "ttlSeconds"));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void refuses_nonsense_and_names_the_field(LimitOrder order, String words) {
        assertThatThrownBy(() -> order.toChange("user.rate"))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.type()).isEqualTo(ProblemType.INVALID_FIELD))
                .hasMessageContaining(words);
    }
}
