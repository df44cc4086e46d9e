package com.byajbook.paymentflow.escrow.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankCalendarTest {

    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
    private static final BankCalendar CALENDAR =
            new BankCalendar(INDIA, LocalTime.of(10, 0), Set.of(LocalDate.of(2026, 12, 25)));

    @ParameterizedTest
    @CsvSource({
        // A week of work: what came until the end of the day before leaves from ten on.
        "2026-11-25T10:00, 2026-11-25T00:00",
        "2026-11-25T23:59, 2026-11-25T00:00",
        "2026-11-26T09:59, 2026-11-25T00:00",
        // Monday: Saturday the 21st is a third one, so its money leaves; Sunday's counts as Monday's.
        "2026-11-23T10:00, 2026-11-22T00:00",
        "2026-11-22T12:00, 2026-11-21T00:00",
        // The second Saturday, 14 November, is free: Friday's money leaves on Monday, the week-end's on Tuesday.
        "2026-11-14T12:00, 2026-11-13T00:00",
        "2026-11-16T10:00, 2026-11-14T00:00",
        "2026-11-17T10:00, 2026-11-17T00:00",
        // A holiday on a Friday before a fourth Saturday: Thursday's money leaves on Monday.
        "2026-12-25T12:00, 2026-12-24T00:00",
        "2026-12-28T10:00, 2026-12-25T00:00"
    })
    void money_leaves_on_the_working_day_after_the_one_it_counts_as(LocalDateTime now, LocalDateTime before) {
        assertThat(CALENDAR.leavesIfBefore(now.atZone(INDIA).toInstant()))
                .isEqualTo(before.atZone(INDIA).toInstant());
    }
}
