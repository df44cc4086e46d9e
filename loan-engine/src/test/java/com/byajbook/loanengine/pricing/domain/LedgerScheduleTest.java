package com.byajbook.loanengine.pricing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerScheduleTest {

    @Test
    void falls_due_on_the_last_day_of_a_month_that_is_too_short_and_returns_to_the_day_after() {
        LedgerSchedule schedule = LedgerSchedule.of(1_000_00, AnnualRate.ofPercent("12"), 3, LocalDate.of(2027, 1, 31));

        assertThat(schedule.instalments())
                .extracting(Instalment::dueDate)
                .containsExactly(LocalDate.of(2027, 2, 28), LocalDate.of(2027, 3, 31), LocalDate.of(2027, 4, 30));
    }

    @Test
    void the_last_part_of_an_uneven_division_absorbs_the_rest() {
        assertThat(emis(100, "0", 3)).containsExactly(33L, 33L, 34L);
    }

    @Test
    void never_repays_more_than_is_owed_when_a_few_paise_are_rounded_up() {
        assertThat(emis(15, "0", 10)).containsExactly(2L, 2L, 2L, 2L, 2L, 2L, 2L, 1L, 0L, 0L);
    }

    @Test
    void one_instalment_repays_all_with_one_month_of_interest() {
        assertThat(emis(1_000_00, "12", 1)).containsExactly(1_010_00L);
    }

    private static List<Long> emis(long paise, String rate, int months) {
        return LedgerSchedule.of(paise, AnnualRate.ofPercent(rate), months, LocalDate.of(2027, 1, 1))
                .instalments()
                .stream()
                .map(Instalment::emiPaise)
                .toList();
    }
}
