package com.byajbook.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.byajbook.platform.problem.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UuidsTest {

    @Test
    void reads_upper_and_lower_case() {
        assertThat(Uuids.inPath("A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11"))
                .isEqualTo(Uuids.inPath("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "a0eebc999c0b4ef8bb6d6bb9bd380a11",
                "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a1",
                "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a111",
                "{0eebc99-9c0b-4ef8-bb6d-6bb9bd380a1}",
                "a0eebc99-9c0b-4ef8-bb6d-6bb9bd38+a11",
                "a0eebc99-9c0b-4ef8-bb6d6-bb9bd380a11"
            })
    void refuses_everything_else(String text) {
        assertThatThrownBy(() -> Uuids.inPath(text)).isInstanceOf(Failure.Invalid.class);
        assertThatThrownBy(() -> Uuids.inField("loanId", text)).isInstanceOf(Failure.Invalid.class);
    }
}
