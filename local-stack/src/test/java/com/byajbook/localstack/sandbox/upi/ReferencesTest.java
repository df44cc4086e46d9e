package com.byajbook.localstack.sandbox.upi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ReferencesTest {
    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");

    @Test
    void never_repeat_in_one_instant_nor_after_a_restart_a_little_later() {
        Set<String> seen = new HashSet<>();
        draw(seen, NOON, 500);
        draw(seen, NOON.plusSeconds(1), 500);

        assertThat(seen).hasSize(1_000).allMatch(reference -> reference.matches("[0-9]{12}"));
    }

    @Test
    void of_two_prefixes_are_never_the_same() {
        References first = new References("", Clock.fixed(NOON, ZoneOffset.UTC));
        References second = new References("B", Clock.fixed(NOON, ZoneOffset.UTC));

        assertThat(second.next()).isEqualTo("B" + first.next());
    }

    private static void draw(Set<String> seen, Instant now, int count) {
        References references = new References("", Clock.fixed(now, ZoneOffset.UTC));
        for (int i = 0; i < count; i++) {
            seen.add(references.next());
        }
    }
}
