package com.byajbook.paymentflow.settlement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class BankDaysTest {

    private static final LocalTime SIX = LocalTime.of(6, 0);

    @Test
    void yesterday_is_complete_from_the_cutoff_in_india_on() {
        BankDays days = new BankDays(SIX, 1);

        assertThat(days.complete(Instant.parse("2026-10-21T00:29:59Z"))).containsExactly(LocalDate.of(2026, 10, 19));
        assertThat(days.complete(Instant.parse("2026-10-21T00:30:00Z"))).containsExactly(LocalDate.of(2026, 10, 20));
    }

    @Test
    void days_that_were_missed_come_first_and_no_more_than_were_asked_for() {
        assertThat(new BankDays(SIX, 3).complete(Instant.parse("2026-03-02T12:00:00Z")))
                .containsExactly(LocalDate.of(2026, 2, 27), LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 1));
    }

    @Test
    void a_day_begins_at_midnight_in_india() {
        LocalDate day = LocalDate.of(2026, 10, 20);

        assertThat(BankDays.begin(day)).isEqualTo(Instant.parse("2026-10-19T18:30:00Z"));
        assertThat(BankDays.of(BankDays.begin(day))).isEqualTo(day);
        assertThat(BankDays.of(BankDays.begin(day).minusNanos(1))).isEqualTo(day.minusDays(1));
    }

    @Test
    void nobody_looks_back_no_day() {
        assertThatThrownBy(() -> new BankDays(SIX, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
