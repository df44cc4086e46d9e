package com.byajbook.loadtests.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.byajbook.loadtests.load.curve.RateCurve;
import com.byajbook.loadtests.load.record.Figures;
import com.byajbook.loadtests.load.record.Figures.Counts;
import com.byajbook.loadtests.load.record.Figures.Moment;
import com.byajbook.loadtests.load.traffic.Clients;
import com.byajbook.loadtests.load.traffic.TrafficClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ScenariosTest {

    static List<Scenario> scenarios() {
        return Scenarios.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void has_a_curve_something_to_expect_and_assertions_of_gatling(Scenario scenario) {
        RateCurve curve = RateCurve.of(scenario.shape(), scenario.base(), scenario.seconds(), 10);

        assertThat(curve.measured()).isPositive();
        assertThat(scenario.expectations(scenario.clients())).isNotEmpty();
        assertThat(scenario.assertions()).isNotEmpty();
        assertThat(Scenarios.named(scenario.name())).isSameAs(scenario);
    }

    @Test
    void names_all_scenarios_to_somebody_who_asks_for_another() {
        assertThatThrownBy(() -> Scenarios.named("holi")).hasMessageContaining("baseline, diwali, slow-query");
    }

    @Test
    void fails_an_expectation_that_is_missed_by_a_little() {
        assertThat(Expectation.good(TrafficClass.CRITICAL, 99.5)
                        .of(outcome(995))
                        .holds())
                .isTrue();
        assertThat(Expectation.good(TrafficClass.CRITICAL, 99.5)
                        .of(outcome(994))
                        .holds())
                .isFalse();
    }

    @Test
    void fails_recovery_that_never_comes() {
        Outcome never = new Outcome(outcome(0).figures(), Optional.of(-1), Map.of());

        assertThat(Expectation.recovers(2).of(never).holds()).isFalse();
        assertThat(Expectation.recovers(2)
                        .of(new Outcome(never.figures(), Optional.of(2), Map.of()))
                        .holds())
                .isTrue();
    }

    @Test
    void compares_the_height_of_the_load_with_what_came_before_it() {
        assertThat(Expectation.plateau(1).of(plateau(60)).holds()).isTrue();
        assertThat(Expectation.plateau(1).of(plateau(40)).holds()).isFalse();
    }

    @Test
    void asks_more_of_obedient_clients() {
        Scenario storm = Scenarios.named("retry-storm");

        assertThat(storm.expectations(Clients.OBEDIENT))
                .hasSizeGreaterThan(storm.expectations(Clients.NAIVE).size());
    }

    private static Outcome plateau(int goodAtHeight) {
        List<Moment> series = List.of(
                moment(0, 50, 50), moment(1, 50, 50), moment(2, 500, goodAtHeight), moment(3, 500, goodAtHeight));
        return new Outcome(figures(1_000, series), Optional.empty(), Map.of());
    }

    private static Moment moment(int second, int offered, int good) {
        return new Moment(second, 1, offered, good, good, 0, 0, 1, 1, 1);
    }

    private static Outcome outcome(long good) {
        return new Outcome(figures(good, List.of()), Optional.empty(), Map.of());
    }

    private static Figures figures(long good, List<Moment> series) {
        Counts counts = new Counts(1_000, good, good, 0, 0, 1_000, Map.of(), Map.of(), good, 1, 1, 1, 1);
        return new Figures(
                10,
                counts,
                Map.of("CRITICAL", counts),
                Map.of(),
                series,
                new Figures.Generator(0, 0, 0, true, ""),
                new Figures.Appointments(0, 0, 0));
    }
}
