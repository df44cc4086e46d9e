package com.byajbook.loanengine.autopay.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The regulator's rules of collecting by mandate, and when on a day we use them.
 *
 * @param noticeAt from when on, on the day before the due date, notice is given
 * @param noticeBefore so long before the first attempt at least; never less than 24 hours
 * @param collectAt from when on, on the due date, it is collected
 * @param mandateLimitPaise the most that is debited without the payer's extra authentication
 * @param maxAttempts of one instalment; never more than 1 + 3
 * @param spacing from one attempt to the next
 * @param zone where a day begins
 */
public record CollectionRules(
        LocalTime noticeAt,
        Duration noticeBefore,
        LocalTime collectAt,
        long mandateLimitPaise,
        int maxAttempts,
        Duration spacing,
        ZoneId zone) {

    private static final Duration LEAST_NOTICE = Duration.ofHours(24);
    private static final int MOST_ATTEMPTS = 4;
    private static final long HIGHEST_LIMIT_PAISE = 15_000_00;

    public CollectionRules {
        if (noticeBefore.compareTo(LEAST_NOTICE) < 0) {
            throw new IllegalArgumentException("notice of " + noticeBefore + " is shorter than " + LEAST_NOTICE);
        }
        if (maxAttempts < 1 || maxAttempts > MOST_ATTEMPTS) {
            throw new IllegalArgumentException(maxAttempts + " attempts are not 1 to " + MOST_ATTEMPTS);
        }
        if (mandateLimitPaise <= 0 || mandateLimitPaise > HIGHEST_LIMIT_PAISE) {
            throw new IllegalArgumentException("a limit of " + mandateLimitPaise + " paise");
        }
        if (spacing.isZero() || spacing.isNegative()) {
            throw new IllegalArgumentException("attempts " + spacing + " apart");
        }
    }

    /** The calendar day of a moment. */
    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** The last day on which notices are given already. */
    public LocalDate noticeDay(Instant now) {
        return day(now.minusNanos(noticeAt.toNanoOfDay()));
    }

    /** Whether on this day notice is given of an instalment that is due then: the day before it, or late. */
    public boolean isToBeNoticed(LocalDate dueOn, LocalDate noticeDay) {
        return !dueOn.isAfter(noticeDay.plusDays(1));
    }

    /** Whether no extra authentication is needed. */
    public boolean isByMandate(long paise) {
        return paise <= mandateLimitPaise;
    }

    /** On the due date, and not before the notice is old enough. */
    Instant firstAttempt(LocalDate dueOn, Instant noticedAt) {
        return later(dueOn.atTime(collectAt).atZone(zone).toInstant(), noticedAt.plus(noticeBefore));
    }

    /** After an attempt of that moment, of which was heard now. */
    Instant nextAttempt(Instant askedAt, Instant now) {
        return later(askedAt.plus(spacing), now);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
