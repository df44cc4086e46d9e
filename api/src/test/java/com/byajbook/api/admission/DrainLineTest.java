package com.byajbook.api.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrainLineTest {

    private static final Duration KNOWN_FOR = Duration.ofSeconds(10);

    private final DrainEstimate collecting = new DrainEstimate(100, KNOWN_FOR);
    private final DrainEstimate allocating = new DrainEstimate(10, KNOWN_FOR);
    private final DrainLine line = DrainLine.of(collecting, allocating);

    @Test
    void takes_as_long_as_its_slowest_queue() {
        collecting.observe(0, 300, 0);
        assertThat(line.waitBehind(0, 0)).isEqualTo(Duration.ofSeconds(3));
        assertThat(line.perSecond(0, 0)).isEqualTo(100);

        allocating.observe(0, 70, 0);
        assertThat(line.waitBehind(0, 0)).isEqualTo(Duration.ofSeconds(7));
        assertThat(line.perSecond(0, 0)).isEqualTo(10);
        assertThat(line.waiting(0)).isEqualTo(370);
    }

    @Test
    void counts_what_is_not_published_yet_before_its_first_queue_alone() {
        collecting.observe(0, 0, 0);
        allocating.observe(0, 40, 0);

        assertThat(line.waitBehind(0, 500)).isEqualTo(Duration.ofSeconds(5));
        assertThat(line.waitBehind(0, 100)).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void waits_for_nobody_of_whom_nothing_is_known() {
        allocating.observe(0, 1_000, 0);
        long later = KNOWN_FOR.toNanos() + 1;
        collecting.observe(later, 200, 0);

        assertThat(line.waitBehind(later, 0)).isEqualTo(Duration.ofSeconds(2));
        assertThat(line.waiting(later)).isEqualTo(200);
    }

    @Test
    void is_no_line_without_a_queue() {
        assertThatThrownBy(() -> new DrainLine(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
