package com.byajbook.loanengine.marketplace.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunsTest {

    @Test
    void a_batch_is_cut_where_its_kind_changes_and_keeps_its_order() {
        assertThat(Runs.of(List.of("a1", "a2", "b1", "a3"), word -> word.charAt(0)))
                .containsExactly(List.of("a1", "a2"), List.of("b1"), List.of("a3"));
    }

    @Test
    void nothing_has_no_runs() {
        assertThat(Runs.of(List.<String>of(), String::length)).isEmpty();
    }
}
