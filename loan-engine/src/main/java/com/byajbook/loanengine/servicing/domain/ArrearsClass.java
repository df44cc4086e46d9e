package com.byajbook.loanengine.servicing.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How a loan in arrears is classed at the end of a day (RBI, prudential norms on income recognition, clarification of 12 Nov
 * 2021: by the calendar day, at day end; SMA-1, SMA-2 and NPA once something has been due for 30, 60 and 90 days).
 */
public enum ArrearsClass {
    /** Nothing is overdue. */
    REGULAR(Long.MIN_VALUE),
    SMA_0(0),
    SMA_1(30),
    SMA_2(60),
    NPA(90);

    private final long fromDays;

    ArrearsClass(long fromDays) {
        this.fromDays = fromDays;
    }

    /**
     * The class at the end of this day. It rises with the days; it falls only when all arrears are paid, and then to
     * {@link #REGULAR}: a part payment that leaves a younger arrear does not improve it.
     *
     * @param oldestUnpaid the due date of the oldest instalment of which something due is unpaid; null when nothing is
     */
    public ArrearsClass atEndOf(LocalDate day, @Nullable LocalDate oldestUnpaid) {
        if (oldestUnpaid == null || oldestUnpaid.isAfter(day)) {
            return REGULAR;
        }
        ArrearsClass byDays = ofDays(ChronoUnit.DAYS.between(oldestUnpaid, day));
        return byDays.compareTo(this) > 0 ? byDays : this;
    }

    private static ArrearsClass ofDays(long days) {
        ArrearsClass found = SMA_0;
        for (ArrearsClass each : values()) {
            if (each.fromDays <= days && each != REGULAR) {
                found = each;
            }
        }
        return found;
    }
}
