package com.byajbook.platform.overload.simulation;

import static com.byajbook.platform.overload.admission.TrafficClass.CRITICAL;
import static com.byajbook.platform.overload.admission.TrafficClass.HIGH;
import static com.byajbook.platform.overload.admission.TrafficClass.NORMAL;
import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.platform.overload.admission.TrafficClass;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the policy keeps when it is too much for everybody, and what others keep of it. */
class SimulationTest {

    private static final Scenarios ALL = Scenarios.all();
    private static final Arm.Kind OURS = PromiseArm.KIND;
    private static final List<Arm.Kind> COLLAPSING = List.of(OtherArms.UNBOUNDED, OtherArms.ACQUIRE_TIMEOUT);

    @Test
    void keeps_95_percent_of_the_capacity_from_once_to_twenty_times_the_load() {
        for (int i = indexOf(1); i < Scenarios.LOADS.length; i++) {
            assertThat(goodputAt(OURS, i)).as("at %s x", Scenarios.LOADS[i]).isGreaterThanOrEqualTo(0.95);
        }
    }

    @Test
    void serves_all_critical_work_as_long_as_that_alone_fits() {
        for (int i = 0; i <= indexOf(10); i++) {
            assertThat(criticalAt(OURS, i)).as("at %s x", Scenarios.LOADS[i]).isGreaterThanOrEqualTo(0.995);
        }
        assertThat(of(ALL.spike, OURS).success(Scenarios.SPIKE_FROM, Scenarios.SPIKE_TO, CRITICAL))
                .isGreaterThanOrEqualTo(0.995);
    }

    @Test
    void serves_far_more_critical_work_at_ten_times_the_load_than_any_other_way() {
        for (OtherArms other : OtherArms.values()) {
            assertThat(criticalAt(other, indexOf(10))).as(other.label()).isLessThan(0.3);
        }
    }

    @Test
    void loses_no_goodput_to_the_best_of_the_others() {
        for (int i = 0; i < Scenarios.LOADS.length; i++) {
            for (OtherArms other : OtherArms.values()) {
                assertThat(goodputAt(OURS, i))
                        .as("%s at %s x", other.label(), Scenarios.LOADS[i])
                        .isGreaterThanOrEqualTo(goodputAt(other, i) - 0.05);
            }
        }
    }

    @Test
    void queues_without_a_bound_and_pools_that_wait_as_long_as_their_clients_collapse_and_stay_down() {
        for (Arm.Kind other : COLLAPSING) {
            assertThat(goodputAt(other, indexOf(2))).as(other.label()).isLessThan(0.05);
            assertThat(of(ALL.spike, other).secondsToRecover(Scenarios.SPIKE_TO, Scenarios.SPIKE_SECONDS))
                    .as(other.label())
                    .isInfinite();
            assertThat(of(ALL.storm, other).secondsToRecover(Scenarios.STORM_TO, Scenarios.STORM_SECONDS))
                    .as(other.label())
                    .isInfinite();
            assertThat(of(ALL.stop, other).secondsToRecover(Scenarios.STOP_TO, Scenarios.STOP_SECONDS))
                    .as(other.label())
                    .isInfinite();
        }
    }

    @Test
    void is_as_before_within_a_second_after_a_spike_of_naive_clients() {
        assertThat(of(ALL.spike, OURS).secondsToRecover(Scenarios.SPIKE_TO, Scenarios.SPIKE_SECONDS))
                .isLessThanOrEqualTo(1);
        assertThat(goodput(of(ALL.spike, OURS), Scenarios.SPIKE_FROM + 1, Scenarios.SPIKE_TO))
                .isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void is_as_before_within_a_second_after_the_trigger_of_a_retry_storm() {
        assertThat(of(ALL.storm, OURS).secondsToRecover(Scenarios.STORM_TO, Scenarios.STORM_SECONDS))
                .isLessThanOrEqualTo(1);
    }

    @Test
    void is_as_before_within_a_second_after_a_dependency_stood_still() {
        assertThat(of(ALL.stop, OURS).secondsToRecover(Scenarios.STOP_TO, Scenarios.STOP_SECONDS))
                .isLessThanOrEqualTo(1);
    }

    @Test
    void keeps_what_matters_more_from_slow_queries_and_with_their_own_connections_everything_else() {
        Records shared = of(ALL.slow, OURS.label());
        Records separate = of(ALL.slow, SeparateArm.KIND.label());
        for (TrafficClass innocent : List.of(CRITICAL, HIGH)) {
            assertThat(success(shared, innocent)).as("shared, %s", innocent).isGreaterThanOrEqualTo(0.99);
        }
        for (TrafficClass innocent : List.of(CRITICAL, HIGH, NORMAL)) {
            assertThat(success(separate, innocent)).as("separate, %s", innocent).isGreaterThanOrEqualTo(0.99);
            assertThat(success(of(ALL.slow, OtherArms.BULKHEAD.label()), innocent))
                    .isLessThan(0.6);
            assertThat(success(of(ALL.slow, OtherArms.GRADIENT2.label()), innocent))
                    .isLessThan(0.6);
        }
        assertThat(success(separate, NORMAL)).isGreaterThan(success(shared, NORMAL));
    }

    @Test
    void does_not_let_one_greedy_user_take_what_belongs_to_the_others() {
        for (Map.Entry<Arm.Kind, Records> arm : ALL.greedy.entrySet()) {
            double others = arm.getValue().success(5, Scenarios.GREEDY_SECONDS - 5);
            if (arm.getKey() == FairArm.KIND) {
                assertThat(others).isGreaterThanOrEqualTo(0.99);
            } else {
                assertThat(others).as(arm.getKey().label()).isLessThan(0.5);
            }
        }
    }

    @Test
    void needs_two_attempts_at_most_when_people_come_back_as_told() {
        Records obedient = of(ALL.crowd, Scenarios.AT_THE_APPOINTMENT);

        assertThat(attempts(obedient)).isLessThanOrEqualTo(2.0);
        assertThat(obedient.success(Scenarios.CROWD_FROM, Scenarios.CROWD_TO)).isEqualTo(1);
        ALL.crowd.forEach((arm, records) -> assertThat(
                        arm.equals(Scenarios.AT_THE_APPOINTMENT) || attempts(records) > 5 * attempts(obedient))
                .as("%s: %s attempts", arm, attempts(records))
                .isTrue());
    }

    @Test
    void needs_hardly_more_when_the_resource_is_a_processor_that_all_share() {
        Records obedient = of(ALL.crowdOnProcessors, Scenarios.AT_THE_APPOINTMENT);

        assertThat(attempts(obedient)).isLessThanOrEqualTo(2.05);
        assertThat(obedient.success(Scenarios.CROWD_FROM, Scenarios.CROWD_TO)).isEqualTo(1);
        assertThat(obedient.medianPromiseError()).isLessThanOrEqualTo(0.10);
    }

    @Test
    void keeps_its_appointments() {
        assertThat(of(ALL.crowd, Scenarios.AT_THE_APPOINTMENT).medianPromiseError())
                .isLessThanOrEqualTo(0.10);
    }

    @Test
    void comes_out_the_same_each_time() {
        Records once = new Simulation(OURS, 9, 10).clients(Behaviour.NAIVE).run(second -> 3);
        Records again = new Simulation(OURS, 9, 10).clients(Behaviour.NAIVE).run(second -> 3);
        Records other = new Simulation(OURS, 10, 10).clients(Behaviour.NAIVE).run(second -> 3);

        assertThat(again).usingRecursiveComparison().ignoringFields("timeline").isEqualTo(once);
        assertThat(other.success(0, 8)).isNotEqualTo(once.success(0, 8));
    }

    private static <K> Records of(Map<K, Records> runs, K arm) {
        return Objects.requireNonNull(runs.get(arm));
    }

    private static int indexOf(double load) {
        for (int i = 0; i < Scenarios.LOADS.length; i++) {
            if (Scenarios.LOADS[i] == load) {
                return i;
            }
        }
        throw new IllegalArgumentException("no run at " + load);
    }

    private static double goodputAt(Arm.Kind kind, int index) {
        return goodput(runsOf(kind).get(index), Scenarios.CURVE_FROM, Scenarios.CURVE_TO);
    }

    private static double criticalAt(Arm.Kind kind, int index) {
        return runsOf(kind).get(index).success(Scenarios.CURVE_FROM, Scenarios.CURVE_TO, CRITICAL);
    }

    private static List<Records> runsOf(Arm.Kind kind) {
        return ALL.curve.getOrDefault(kind, List.of());
    }

    private static double goodput(Records records, double from, double to) {
        return records.goodput(from, to) / Simulation.CAPACITY;
    }

    private static double success(Records records, TrafficClass trafficClass) {
        return records.success(5, Scenarios.SLOW_SECONDS - 5, trafficClass);
    }

    private static double attempts(Records records) {
        return records.attemptsPerSuccess(Scenarios.CROWD_FROM, Scenarios.CROWD_TO);
    }
}
