package com.byajbook.loadtests.load.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.lending.FundedLoans;
import com.byajbook.loadtests.load.curve.RateCurve;
import com.byajbook.loadtests.load.scenario.Scenario;
import com.byajbook.loadtests.load.scenario.Scenarios;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CrowdTest {
    private static final int WARM_UP = 10;

    @Test
    void spreads_payments_over_all_loans_that_can_be_paid() {
        // However the number of payers goes into the hundred arrivals after which the mix repeats.
        assertThat(crowd(4, false).mostPaymentsOfOneLoan(10_000)).isBetween(150L, 180L);
        assertThat(crowd(99, false).mostPaymentsOfOneLoan(100_000)).isBetween(61L, 90L);
        assertThat(crowd(100, false).mostPaymentsOfOneLoan(100_000)).isBetween(60L, 90L);
        assertThat(crowd(1, false).mostPaymentsOfOneLoan(10_000)).isEqualTo(600);
        assertThat(crowd(1, false).mostPaymentsOfOneLoan(0)).isZero();
    }

    @Test
    void lets_the_greedy_one_make_half_of_all_payments() {
        assertThat(crowd(4, true).mostPaymentsOfOneLoan(10_000)).isEqualTo(300);
    }

    @Test
    void pays_no_loan_back_in_any_scenario_even_if_only_one_was_funded() {
        for (Scenario scenario : Scenarios.all()) {
            RateCurve curve = RateCurve.of(scenario.shape(), scenario.base(), scenario.seconds(), WARM_UP);
            Crowd one = new Crowd(citizens(1), scenario.mix(), scenario.oneIsGreedy(), "{}");

            assertThat(one.mostPaymentsOfOneLoan(curve.total()))
                    .as(scenario.name())
                    .isPositive()
                    .isLessThan(FundedLoans.PAYMENTS);
        }
    }

    private static Crowd crowd(int payers, boolean oneIsGreedy) {
        return new Crowd(citizens(payers), Mix.evening(), oneIsGreedy, "{}");
    }

    private static List<Citizen> citizens(int payers) {
        return Stream.generate(() -> Citizen.of(
                        new Person(UUID.randomUUID(), "token"),
                        UUID.randomUUID(),
                        Optional.of(UUID.randomUUID()),
                        "{}"))
                .limit(payers)
                .toList();
    }
}
