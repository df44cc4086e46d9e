package com.byajbook.paymentflow.escrow.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * When banks work: not on Sundays, second and fourth Saturdays (RBI, 28 Aug 2015) and their holidays.
 *
 * @param sweepAt the time of a working day at which money of earlier days leaves
 */
public record BankCalendar(ZoneId zone, LocalTime sweepAt, Set<LocalDate> holidays) {

    private static final int DAYS_A_WEEK = 7;

    public BankCalendar {
        holidays = Set.copyOf(holidays);
    }

    /**
     * Money that came before this moment is to leave now; the newest such moment that the clock has passed. On a day when
     * banks rest, nothing new falls due.
     */
    public Instant leavesIfBefore(Instant now) {
        LocalDate sweep = now.atZone(zone).toLocalDate();
        if (now.atZone(zone).toLocalTime().isBefore(sweepAt)) {
            sweep = sweep.minusDays(1);
        }
        while (!isWorkingDay(sweep)) {
            sweep = sweep.minusDays(1);
        }
        // T is a working day: what comes on a day of rest counts as of the next one, and leaves on the one after that.
        LocalDate received = sweep.minusDays(1);
        while (!isWorkingDay(received)) {
            received = received.minusDays(1);
        }
        return received.plusDays(1).atStartOfDay(zone).toInstant();
    }

    boolean isWorkingDay(LocalDate day) {
        int week = (day.getDayOfMonth() - 1) / DAYS_A_WEEK;
        boolean freeSaturday = day.getDayOfWeek() == DayOfWeek.SATURDAY && (week == 1 || week == 3);
        return day.getDayOfWeek() != DayOfWeek.SUNDAY && !freeSaturday && !holidays.contains(day);
    }
}
