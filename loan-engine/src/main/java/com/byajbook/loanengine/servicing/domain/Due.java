package com.byajbook.loanengine.servicing.domain;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What is still owed of one instalment.
 *
 * @param number of the instalment, from 1
 * @param dueDate when it was or will be due
 */
public record Due(
        int number, LocalDate dueDate, long penaltyPaise, long feePaise, long interestPaise, long principalPaise) {

    public Due {
        Objects.requireNonNull(dueDate);
        if (penaltyPaise < 0 || feePaise < 0 || interestPaise < 0 || principalPaise < 0) {
            throw new IllegalArgumentException("nobody owes less than nothing of instalment " + number);
        }
    }

    /** What is owed of one of its components. */
    public long of(Component component) {
        return switch (component) {
            case PENALTY -> penaltyPaise;
            case FEE -> feePaise;
            case INTEREST -> interestPaise;
            case PRINCIPAL -> principalPaise;
        };
    }

    /** All that is owed of it. */
    public long totalPaise() {
        return Math.addExact(Math.addExact(penaltyPaise, feePaise), Math.addExact(interestPaise, principalPaise));
    }

    boolean isDueOn(LocalDate day) {
        return !dueDate.isAfter(day);
    }
}
