package com.byajbook.loanengine.servicing.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What it did to a loan that a repayment was taken back. The lenders give back what they have no part in any more. */
public record Reversal(Account before, Account after, Amounts takenBack) {

    /**
     * Takes a repayment back. When nothing has happened to the loan since, it stands again as it was; otherwise what it paid is
     * owed again from this day on, and principal that was repaid ahead of time cost no interest in between.
     */
    public static Reversal of(Account account, Footprint done, LocalDate day, InterestRule interest) {
        Account owing = done.version() == account.version()
                ? restored(account, done)
                : OwedAgain.of(account, done, day, interest);
        Totals totals = account.totals()
                .takeBack(done.paid(), account.totals().prepaidPaise() - prepaid(owing), account.isGivenUp());
        Account after = owing.with(totals);
        return new Reversal(account, inArrears(after, done.arrearsBefore(), day).next(), done.paid());
    }

    /** A repayment never adds an instalment, so whatever it left alone is there still. */
    private static Account restored(Account account, Footprint done) {
        Map<Integer, Instalment> rows = new TreeMap<>();
        account.instalments().forEach(row -> rows.put(row.number(), row));
        done.replaced().forEach(row -> rows.put(row.number(), row));
        return account.with(List.copyOf(rows.values()))
                .with(done.accrualBefore())
                .reopened();
    }

    /** What of the principal no instalment repays. */
    private static long prepaid(Account owing) {
        return owing.terms().principalPaise()
                - owing.instalments().stream()
                        .mapToLong(row -> row.charged().principalPaise())
                        .sum();
    }

    /** What only this repayment had improved is as bad as it was; the rest is for the day's end to say. */
    private static Account inArrears(Account account, ArrearsClass before, LocalDate day) {
        boolean worse = before.compareTo(account.arrears()) > 0;
        return worse && !account.due(day.minusDays(1)).isNothing() ? account.with(before) : account;
    }

    /** What each share gives back of what it got, by position. */
    public List<LenderShares.Payout> givenBack() {
        return LenderShare.growth(after.lenders(), before.lenders(), LenderShare::paidPaise);
    }

    /** The principal that each share has in the loan again, by position. */
    public List<LenderShares.Payout> principalOwedAgain() {
        return LenderShare.growth(after.lenders(), before.lenders(), LenderShare::principalPaidPaise);
    }
}
