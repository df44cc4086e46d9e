package com.byajbook.platform.overload.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** Work whose value keeps the permit, as a connection does. */
class HeldWorkTest {

    private final Gate gate = new GateRig(1, 10).gate();
    private final Sinks.One<String> source = Sinks.one();
    private final List<String> givenBack = new ArrayList<>();
    private final List<Permit> permits = new ArrayList<>();

    private final Mono<String> connection = gate.admitHolding(
            permit -> {
                permits.add(permit);
                return source.asMono();
            },
            value -> Mono.fromRunnable(() -> {
                givenBack.add(value);
                permits.get(0).abandoned();
            }));

    @Test
    void keeps_the_permit_with_the_value_until_its_owner_returns_it() {
        source.tryEmitValue("connection").orThrow();
        StepVerifier.create(connection).expectNext("connection").verifyComplete();
        assertThat(gate.running()).isEqualTo(1);

        permits.get(0).done();
        permits.get(0).done();

        assertThat(gate.running()).isZero();
        assertThat(givenBack).isEmpty();
    }

    @Test
    void waits_for_a_value_that_nobody_wants_any_more_and_gives_it_back() {
        connection.subscribe().dispose();
        assertThat(gate.running()).as("half a connection cannot be returned").isEqualTo(1);

        source.tryEmitValue("late").orThrow();

        assertThat(givenBack).containsExactly("late");
        assertThat(gate.running()).isZero();
    }

    @Test
    void returns_the_permit_when_no_value_comes() {
        connection.subscribe().dispose();
        source.tryEmitEmpty().orThrow();
        assertThat(gate.running()).isZero();
        assertThat(givenBack).isEmpty();
    }

    @Test
    void returns_the_permit_when_the_work_fails_or_cannot_begin() {
        source.tryEmitError(new IllegalStateException("away")).orThrow();
        StepVerifier.create(connection).verifyErrorMessage("away");

        Mono<String> broken = gate.admitHolding(
                permit -> {
                    throw new IllegalStateException("broken");
                },
                value -> Mono.empty());
        StepVerifier.create(broken).verifyErrorMessage("broken");

        assertThat(gate.running()).isZero();
    }

    @Test
    void gives_up_its_place_when_it_is_cancelled_while_waiting() {
        Disposable first = connection.subscribe();
        Disposable second = connection.subscribe();
        assertThat(gate.queued()).isEqualTo(1);

        second.dispose();

        assertThat(gate.queued()).isZero();
        assertThat(permits).hasSize(1);
        first.dispose();
        source.tryEmitEmpty().orThrow();
        assertThat(gate.running()).isZero();
    }
}
