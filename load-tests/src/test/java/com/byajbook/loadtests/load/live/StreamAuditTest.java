package com.byajbook.loadtests.load.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.load.live.Watchers.Watcher;
import com.byajbook.loadtests.load.traffic.Citizen;
import com.byajbook.loadtests.verdict.Finding;
import com.byajbook.loadtests.verdict.Finding.Kind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class StreamAuditTest {
    private final Watcher watcher = new Watcher(
            Citizen.of(new Person(UUID.randomUUID(), "token"), UUID.randomUUID(), Optional.empty(), ""), "1-0");

    @Test
    void finds_nothing_when_each_event_was_seen_once() {
        watcher.sees(List.of(event("2-0"), event("3-0")));
        watcher.sees(List.of());
        watcher.sees(List.of(event("4-0")));

        assertThat(watcher.lastId()).isEqualTo("4-0");
        assertThat(StreamAudit.compare("she", List.of("2-0", "3-0", "4-0"), watcher.seen()))
                .isEmpty();
    }

    @Test
    void finds_an_event_that_was_lost_between_two_streams() {
        watcher.sees(List.of(event("2-0")));
        watcher.sees(List.of(event("4-0")));

        assertThat(StreamAudit.compare("she", List.of("2-0", "3-0", "4-0"), watcher.seen()))
                .containsExactly(new Finding(Kind.LOST, "she never saw event 3-0"));
    }

    @Test
    void finds_an_event_that_comes_again_after_a_cut() {
        watcher.sees(List.of(event("2-0"), event("3-0")));
        watcher.sees(List.of(event("3-0")));

        assertThat(StreamAudit.compare("she", List.of("2-0", "3-0"), watcher.seen()))
                .containsExactly(new Finding(Kind.DOUBLED, "she saw event 3-0 again after a cut"));
    }

    @Test
    void forgives_what_gatling_asks_for_again_when_a_stream_breaks_by_itself() {
        watcher.sees(List.of(event("2-0"), event("3-0"), event("2-0"), event("3-0"), event("4-0")));

        assertThat(watcher.seen()).containsExactly("2-0", "3-0", "4-0");
        assertThat(watcher.lastId()).isEqualTo("4-0");
    }

    @Test
    void counts_a_stream_that_says_that_events_may_be_missing() {
        watcher.sees(List.of("{\"event\":\"stale\",\"id\":\"9-0\",\"data\":\"{}\"}"));

        assertThat(watcher.stale()).isEqualTo(1);
    }

    private static String event(String id) {
        return "{\"event\":\"loan\",\"id\":\"" + id + "\",\"data\":\"{}\"}";
    }
}
