package com.byajbook.loanengine.servicing.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * What closes a loan on a day.
 *
 * @param coolingOff whether the borrower may still leave at principal and interest alone
 * @param due what is due by that day and unpaid
 * @param closing the rest: principal that is not yet due, its interest until that day, and fees that were charged
 */
public record Payoff(LocalDate day, boolean coolingOff, Amounts due, Amounts closing) {

    /** Interest runs on the principal that is not yet due; what is overdue bears penalties and no interest beside. */
    public static Payoff of(Account account, LocalDate askedFor, InterestRule interest) {
        LocalDate day = account.notBefore(askedFor);
        boolean coolingOff = account.terms().isCoolingOff(day);
        List<Instalment> later = account.after(day);
        Amounts owed = later.stream().map(Instalment::owed).reduce(Amounts.NONE, Amounts::plus);
        Amounts closing = new Amounts(
                coolingOff ? 0 : owed.penaltyPaise(),
                coolingOff ? 0 : owed.feePaise(),
                accrued(account, later, owed.principalPaise(), day, interest),
                owed.principalPaise());
        return new Payoff(day, coolingOff, account.due(day), closing);
    }

    /** The interest of the present month until this day. */
    private static long accrued(
            Account account, List<Instalment> later, long principal, LocalDate day, InterestRule interest) {
        if (later.isEmpty()) {
            return 0;
        }
        Days month = account.terms().month(later.get(0).number());
        Accrual reckoned = account.accrual();
        if (reckoned == null || reckoned.until().isBefore(month.from())) {
            reckoned = new Accrual(month.from(), 0);
        }
        Days since = new Days(reckoned.until(), day);
        return reckoned.paise() + interest.paise(principal, account.terms().annualRatePercent(), month, since);
    }

    public Amounts parts() {
        return due.plus(closing);
    }

    public long totalPaise() {
        return parts().totalPaise();
    }
}
