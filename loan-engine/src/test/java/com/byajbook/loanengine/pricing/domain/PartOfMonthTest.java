package com.byajbook.loanengine.pricing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartOfMonthTest {

    private static final AnnualRate RATE = AnnualRate.ofPercent("15");

    /** From 28 February to 31 March and from there to 30 April: each month of the schedule costs what it says. */
    @Test
    void a_whole_month_of_the_schedule_costs_what_the_schedule_says() {
        LocalDate start = LocalDate.of(2027, 1, 31);
        List<Instalment> rows = LedgerSchedule.of(2_000_000, RATE, 12, start).instalments();
        LocalDate from = start;
        long balance = 2_000_000;
        for (Instalment row : rows) {
            assertThat(PartOfMonth.interestPaise(balance, RATE, from, row.dueDate(), from, row.dueDate()))
                    .isEqualTo(row.interestPaise());
            from = row.dueDate();
            balance = row.balancePaise();
        }
    }

    @Test
    void agrees_with_the_broken_period_where_a_month_is_a_calendar_month() {
        LocalDate from = LocalDate.of(2024, 2, 1);
        for (int day = 0; day <= 29; day++) {
            LocalDate to = from.plusDays(day);
            assertThat(PartOfMonth.interestPaise(835_700, RATE, from, from.plusMonths(1), from, to))
                    .isEqualTo(BrokenPeriod.interestPaise(835_700, RATE, from, to));
        }
    }

    @Test
    void is_of_days_within_the_month_alone() {
        LocalDate from = LocalDate.of(2024, 2, 1);
        LocalDate to = from.plusMonths(1);

        assertThatThrownBy(() -> PartOfMonth.interestPaise(1, RATE, from, to, from.minusDays(1), to))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PartOfMonth.interestPaise(1, RATE, from, to, from, to.plusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PartOfMonth.interestPaise(1, RATE, from, to, to, from))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PartOfMonth.interestPaise(-1, RATE, from, to, from, to))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
