package com.byajbook.api.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class SettlingTest {

    @Test
    void goes_on_while_rounds_get_faster() {
        assertThat(roundsUntilSettled(1000, 800, 600, 400, 300, 200, 150, 100)).isZero();
    }

    @Test
    void ends_after_four_rounds_that_were_not_a_tenth_faster_than_the_fastest() {
        assertThat(roundsUntilSettled(1000, 500, 460, 455, 470, 451)).isEqualTo(6);
    }

    @Test
    void begins_to_count_anew_after_a_faster_round() {
        assertThat(roundsUntilSettled(500, 500, 500, 500, 400, 400, 400, 400)).isZero();
        assertThat(roundsUntilSettled(500, 500, 500, 500, 400, 400, 400, 400, 400))
                .isEqualTo(9);
    }

    /** Counted from one; zero when it never settles. */
    private static int roundsUntilSettled(long... millis) {
        Settling settling = new Settling();
        return Arrays.stream(millis)
                        .mapToObj(Duration::ofMillis)
                        .map(settling::isSettledAfter)
                        .toList()
                        .indexOf(true)
                + 1;
    }
}
