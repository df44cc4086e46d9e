package com.byajbook.loanengine.pricing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BrokenPeriodTest {

    private static final LocalDate FEBRUARY = LocalDate.of(2024, 2, 1);

    /** Apache Fineract, Loan.feature: ₹100 at 7 % in 6 months, the first paid on 1 February 2024: on the 15th ₹83.81 close it. */
    @Test
    void closes_the_published_loan_with_the_published_sum() {
        AnnualRate rate = AnnualRate.ofPercent("7");
        Instalment first = LedgerSchedule.of(10_000, rate, 6, FEBRUARY.minusMonths(1))
                .instalments()
                .get(0);

        long interest = BrokenPeriod.interestPaise(first.balancePaise(), rate, FEBRUARY, LocalDate.of(2024, 2, 15));

        assertThat(first.balancePaise()).isEqualTo(8_357);
        assertThat(first.balancePaise() + interest).isEqualTo(8_381);
    }

    @Test
    void a_whole_month_costs_what_the_schedule_says() {
        AnnualRate rate = AnnualRate.ofPercent("15");
        LedgerSchedule schedule = LedgerSchedule.of(2_000_000, rate, 24, FEBRUARY);

        assertThat(BrokenPeriod.interestPaise(2_000_000, rate, FEBRUARY, FEBRUARY.plusMonths(1)))
                .isEqualTo(schedule.instalments().get(0).interestPaise());
    }

    @Test
    void no_day_and_no_rate_cost_nothing() {
        assertThat(BrokenPeriod.interestPaise(2_000_000, AnnualRate.ofPercent("15"), FEBRUARY, FEBRUARY))
                .isZero();
        assertThat(BrokenPeriod.interestPaise(2_000_000, AnnualRate.ofPercent("0"), FEBRUARY, FEBRUARY.plusDays(9)))
                .isZero();
    }

    @Test
    void is_of_no_more_than_a_month_and_never_backwards() {
        AnnualRate rate = AnnualRate.ofPercent("15");

        assertThatThrownBy(() -> BrokenPeriod.interestPaise(1, rate, FEBRUARY, FEBRUARY.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BrokenPeriod.interestPaise(
                        1, rate, FEBRUARY, FEBRUARY.plusMonths(1).plusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BrokenPeriod.interestPaise(-1, rate, FEBRUARY, FEBRUARY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
