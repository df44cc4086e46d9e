package com.byajbook.paymentflow.settlement.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Which days' files can be asked for. UPI settles on every day of the calendar, bank holidays included.
 *
 * @param cutoff from this time of a day in India on, the file of the day before is complete
 * @param catchUp how many days are looked back to, at least one
 */
public record BankDays(LocalTime cutoff, int catchUp) {

    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

    public BankDays {
        if (catchUp < 1) {
            throw new IllegalArgumentException("looking back " + catchUp + " days");
        }
    }

    /** The days whose files should be there by now, the oldest first. */
    public List<LocalDate> complete(Instant now) {
        ZonedDateTime here = now.atZone(INDIA);
        int back = here.toLocalTime().isBefore(cutoff) ? 2 : 1;
        LocalDate last = here.toLocalDate().minusDays(back);
        return last.minusDays(catchUp - 1L).datesUntil(last.plusDays(1)).toList();
    }

    /** When a day begins. */
    public static Instant begin(LocalDate day) {
        return day.atStartOfDay(INDIA).toInstant();
    }

    /** The day on which a moment lies. */
    public static LocalDate of(Instant moment) {
        return LocalDate.ofInstant(moment, INDIA);
    }
}
