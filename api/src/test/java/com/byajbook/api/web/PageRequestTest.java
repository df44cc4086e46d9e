package com.byajbook.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.byajbook.platform.problem.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {

    @Test
    void takes_what_the_owner_may_have_given_out() {
        assertThat(PageRequest.of(null, 1).cursor()).isNull();
        assertThat(PageRequest.of("eyJhIjoxfQ_-", 100).cursor()).isEqualTo("eyJhIjoxfQ_-");
        assertThat(PageRequest.of("a".repeat(256), 20).limit()).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a=", "a&limit=1", "../x", "\u0000"})
    void refuses_what_nobody_gave_out(String cursor) {
        assertThatThrownBy(() -> PageRequest.of(cursor, 20)).isInstanceOf(Failure.Invalid.class);
    }

    @Test
    void refuses_a_cursor_that_is_too_long_and_a_limit_out_of_bounds() {
        assertThatThrownBy(() -> PageRequest.of("a".repeat(257), 20)).isInstanceOf(Failure.Invalid.class);
        assertThatThrownBy(() -> PageRequest.of(null, 0)).isInstanceOf(Failure.Invalid.class);
        assertThatThrownBy(() -> PageRequest.of(null, 101)).isInstanceOf(Failure.Invalid.class);
    }
}
