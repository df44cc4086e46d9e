package com.byajbook.api.intake.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class KeyRetentionTest {

    private static final Instant NOW = Instant.parse("2026-01-08T00:00:00Z");

    private final List<Instant> before = new ArrayList<>();
    private long old = 250;

    @Test
    void deletes_in_bites_until_nothing_old_is_left() {
        StepVerifier.withVirtualTime(() -> retention().round())
                .thenAwait(Duration.ofSeconds(5))
                .verifyComplete();

        assertThat(before).hasSize(3).allMatch(Instant.parse("2026-01-01T00:00:00Z")::equals);
        assertThat(old).isZero();
    }

    @Test
    void stops_a_round_that_would_never_end() {
        old = Long.MAX_VALUE;
        StepVerifier.withVirtualTime(() -> retention().round())
                .thenAwait(Duration.ofMinutes(1))
                .verifyComplete();

        assertThat(before).hasSize(101);
    }

    private KeyRetention retention() {
        IntakeLimits limits = new IntakeLimits(
                IntakeLimits.Mode.GROUP_COMMIT,
                10,
                Duration.ofMillis(2),
                10,
                2,
                Duration.ofSeconds(1),
                10,
                Duration.ofSeconds(1),
                Duration.ofDays(7),
                Duration.ofMinutes(1),
                100);
        return new KeyRetention(
                (acceptedBefore, maxRows) -> Mono.fromSupplier(() -> {
                    before.add(acceptedBefore);
                    long deleted = Math.min(old, maxRows);
                    old -= deleted;
                    return deleted;
                }),
                limits,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
