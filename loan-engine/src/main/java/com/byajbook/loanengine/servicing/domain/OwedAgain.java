package com.byajbook.loanengine.servicing.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a repayment paid of a loan that has gone on since, owed again. */
final class OwedAgain {

    private OwedAgain() {}

    /**
     * What was paid of instalments is unpaid, of the newest first, as money pays the oldest first. Principal that was repaid
     * ahead of time is to be repaid by the instalments to come or, when none is, with the last one.
     */
    static Account of(Account account, Footprint done, LocalDate day, InterestRule interest) {
        long ahead = Math.max(done.prepaidPaise(), done.paid().principalPaise() - paidPrincipal(account));
        Amounts ofRows = done.paid().minus(Amounts.of(Component.PRINCIPAL, ahead));
        LocalDate from = account.notBefore(day);
        Account unpaid = account.with(unpaid(account.instalments(), ofRows)).reopened();
        return ahead == 0 ? unpaid : scheduled(unpaid, ahead, from, interest);
    }

    private static long paidPrincipal(Account account) {
        return account.instalments().stream()
                .mapToLong(row -> row.paid().principalPaise())
                .sum();
    }

    private static List<Instalment> unpaid(List<Instalment> rows, Amounts amounts) {
        Amounts left = amounts;
        List<Instalment> after = new ArrayList<>();
        for (Instalment row : rows.stream()
                .sorted(Comparator.comparing(Instalment::number).reversed())
                .toList()) {
            Amounts taken = left.atMost(row.paid());
            after.add(0, row.takeBack(taken));
            left = left.minus(taken);
        }
        if (!left.isNothing()) {
            throw new IllegalArgumentException("instalments were never paid " + left + " of " + amounts);
        }
        return after;
    }

    private static Account scheduled(Account account, long principal, LocalDate day, InterestRule interest) {
        if (account.after(day).isEmpty() || !account.isActive()) {
            return account.with(withLast(account.instalments(), principal));
        }
        return Prepayment.remake(account, Payoff.of(account, day, interest), -principal, interest);
    }

    private static List<Instalment> withLast(List<Instalment> rows, long principal) {
        List<Instalment> after = new ArrayList<>(rows);
        Instalment last = after.remove(after.size() - 1);
        after.add(last.charge(Amounts.of(Component.PRINCIPAL, principal)));
        return after;
    }
}
