package com.byajbook.platform.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class InspectTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private final List<String> asked = new ArrayList<>();
    private final Queue<Mono<Part>> answers = new ArrayDeque<>();

    @Test
    void a_check_goes_on_where_its_last_look_stopped_and_a_whole_one_begins_anew() {
        Inspect inspecting = new Inspect(List.of(scripted("turns"), whole("whole", 0)), CLOCK);
        answers.add(found("a"));
        answers.add(found("b"));
        answers.add(found(Part.BEGINNING));
        answers.add(found("a"));

        for (int look = 0; look < 4; look++) {
            StepVerifier.create(inspecting.inspect()).expectNextCount(1).verifyComplete();
        }

        assertThat(asked).containsExactly(Part.BEGINNING, "a", "b", Part.BEGINNING);
    }

    @Test
    void a_look_that_fails_counts_for_nothing_and_the_next_one_begins_where_it_began() {
        Inspect inspecting = new Inspect(List.of(scripted("first"), scripted("second")), CLOCK);
        answers.addAll(List.of(found("a"), found("b")));
        inspecting.inspect().as(StepVerifier::create).expectNextCount(1).verifyComplete();
        answers.addAll(List.of(found("c"), Mono.error(new IllegalStateException("the database is away"))));

        StepVerifier.create(inspecting.inspect()).verifyErrorMessage("the database is away");

        assertThat(inspecting.latest().orElseThrow().holds()).isTrue();
        answers.addAll(List.of(found("c"), found("d")));
        StepVerifier.create(inspecting.inspect()).expectNextCount(1).verifyComplete();
        assertThat(asked).containsExactly(Part.BEGINNING, Part.BEGINNING, "a", "b", "a", "b");
    }

    @Test
    void what_is_broken_is_found_beside_what_holds_and_shown_to_operators() {
        Inspect inspecting = new Inspect(List.of(whole("sound", 0), whole("broken", 3)), CLOCK);
        InvariantsForOperators shown = new InvariantsForOperators(inspecting);
        assertThat(shown.latest().inspects()).isTrue();
        assertThat(shown.latest().at()).isNull();

        StepVerifier.create(inspecting.inspect())
                .assertNext(inspection -> assertThat(inspection.holds()).isFalse())
                .verifyComplete();

        assertThat(shown.latest().at()).isEqualTo(NOON);
        assertThat(shown.latest().invariants())
                .satisfiesExactly(sound -> assertThat(sound.holds()).isTrue(), broken -> {
                    assertThat(broken.name()).isEqualTo("broken");
                    assertThat(broken.words()).isEqualTo("broken holds");
                    assertThat(broken.holds()).isFalse();
                    assertThat(broken.looked()).isEqualTo(10);
                    assertThat(broken.violations()).isEqualTo(3);
                    assertThat(broken.example()).isEqualTo("one");
                });
    }

    @Test
    void two_checks_of_one_name_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Inspect(List.of(whole("same", 0), scripted("same")), CLOCK));
    }

    private Check scripted(String name) {
        return Check.inTurn(name, name + " holds", from -> {
            asked.add(from);
            return answers.remove();
        });
    }

    private static Check whole(String name, long violations) {
        Part part = new Part(10, violations, violations == 0 ? null : "one", Part.BEGINNING);
        return Check.whole(name, name + " holds", Mono.just(part));
    }

    private static Mono<Part> found(String next) {
        return Mono.just(new Part(1, 0, null, next));
    }
}
