package com.byajbook.loanengine.servicing.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/**
 * What the end of a day did to a loan.
 *
 * @param penaltyPaise what was charged for that day
 */
public record DayEnd(Account before, Account after, long penaltyPaise) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Charges each overdue instalment for this day, and classes the loan. */
    public static DayEnd of(Account account, LocalDate day) {
        List<Instalment> charged = account.instalments().stream()
                .map(row -> penalised(row, account, day))
                .toList();
        long penalty = penalties(charged) - penalties(account.instalments());
        Account rows = account.with(charged);
        ArrearsClass arrears = account.arrears().atEndOf(day, rows.oldestUnpaidDue());
        Account after = rows.with(arrears);
        boolean changed = penalty > 0 || arrears != account.arrears();
        return new DayEnd(account, changed ? after.next() : after, penalty);
    }

    public boolean isReclassed() {
        return before.arrears() != after.arrears();
    }

    public boolean isCharged() {
        return penaltyPaise > 0;
    }

    private static Instalment penalised(Instalment row, Account account, LocalDate day) {
        long overdue = row.isDueOn(day) ? row.owed().lendersPaise() : 0;
        if (overdue == 0) {
            return row;
        }
        return row.charge(Amounts.of(
                Component.PENALTY, penalty(overdue, account.terms().conditions().penalPercentPerMonth(), day)));
    }

    /** A month's charge by the days of that calendar month; on principal and interest only, never on a charge. */
    static long penalty(long overduePaise, BigDecimal percentPerMonth, LocalDate day) {
        return BigDecimal.valueOf(overduePaise)
                .multiply(percentPerMonth, MathContext.DECIMAL128)
                .divide(HUNDRED.multiply(BigDecimal.valueOf(day.lengthOfMonth())), MathContext.DECIMAL128)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    private static long penalties(List<Instalment> rows) {
        return rows.stream().mapToLong(row -> row.charged().penaltyPaise()).sum();
    }
}
