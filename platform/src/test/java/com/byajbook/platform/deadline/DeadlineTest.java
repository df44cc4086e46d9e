package com.byajbook.platform.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import reactor.util.context.Context;

class DeadlineTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration BOUND = Duration.ofSeconds(1);

    @Test
    void none_never_passes_and_leaves_the_bound() {
        assertThat(Deadline.NONE.isPast(NOW)).isFalse();
        assertThat(Deadline.NONE.remaining(NOW, BOUND)).isEqualTo(BOUND);
        assertThat(Deadline.of(Context.empty())).isEqualTo(Deadline.NONE);
    }

    @Test
    void leaves_what_is_left_and_never_less_than_nothing() {
        Deadline deadline = new Deadline(NOW.plusMillis(300));

        assertThat(deadline.remaining(NOW, BOUND)).isEqualTo(Duration.ofMillis(300));
        assertThat(deadline.remaining(NOW.plusSeconds(9), BOUND)).isZero();
        assertThat(deadline.isPast(NOW.plusMillis(299))).isFalse();
        assertThat(deadline.isPast(NOW.plusMillis(300))).isTrue();
    }

    @Test
    void travels_in_the_context() {
        Deadline deadline = new Deadline(NOW);

        assertThat(Deadline.of(deadline.into(Context.empty()))).isEqualTo(deadline);
    }
}
