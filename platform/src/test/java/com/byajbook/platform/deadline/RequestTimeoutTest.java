package com.byajbook.platform.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTimeoutTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void reads_milliseconds_within_the_bounds() {
        assertThat(RequestTimeout.read("1", NOW)).isEqualTo(new Deadline(NOW.plusMillis(1)));
        assertThat(RequestTimeout.read("0250", NOW)).isEqualTo(new Deadline(NOW.plusMillis(250)));
        assertThat(RequestTimeout.read("300000", NOW)).isEqualTo(new Deadline(NOW.plusSeconds(300)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "+1", " 1", "1 ", "1.5", "300001", "1000000", "1e3", "१"})
    void anything_else_means_nothing(String given) {
        assertThat(RequestTimeout.read(given, NOW)).isNull();
    }
}
