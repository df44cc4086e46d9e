package com.byajbook.loadtests.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AtOnceTest {

    @Test
    void answers_in_the_order_of_the_things_and_never_works_on_more_than_its_width() {
        AtomicInteger busy = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Integer> things = IntStream.range(0, 200).boxed().toList();

        List<Integer> squares = AtOnce.each(3, things, thing -> {
            most.accumulateAndGet(busy.incrementAndGet(), Math::max);
            int square = thing * thing;
            busy.decrementAndGet();
            return square;
        });

        assertThat(squares)
                .containsExactlyElementsOf(
                        things.stream().map(thing -> thing * thing).toList());
        assertThat(most).hasValueBetween(1, 3);
    }

    @Test
    void fails_with_the_words_of_what_failed_first_in_their_order() {
        assertThatThrownBy(() -> AtOnce.each(2, List.of(1, 2), thing -> {
                    throw new HarnessException("no lender for " + thing);
                }))
                .isInstanceOf(HarnessException.class)
                .hasMessage("no lender for 1");
        assertThatThrownBy(() -> AtOnce.each(2, List.of(1), thing -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(HarnessException.class)
                .hasMessageContaining("broken");
    }
}
