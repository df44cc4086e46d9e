package com.byajbook.loanengine.servicing.domain;

import java.util.ArrayList;
import java.util.List;

/** Principal that is repaid before it is due. The instalment stays as agreed, so there are fewer of them. */
final class Prepayment {

    private Prepayment() {}

    /**
     * The loan with the instalments after that day made anew. The next one's interest is that of the old balance until the
     * day and that of the new one after it; the last one absorbs what is left over.
     */
    static Account remake(Account account, Payoff payoff, long principal, InterestRule interest) {
        Terms terms = account.terms();
        List<Instalment> later = account.after(payoff.day());
        List<Instalment> rows = new ArrayList<>(account.until(payoff.day()));
        Instalment first = later.get(0);
        long balance = payoff.closing().principalPaise() - principal;
        Days rest = new Days(payoff.day(), terms.dueOn(first.number()));
        long cost = payoff.closing().interestPaise()
                + interest.paise(balance, terms.annualRatePercent(), terms.month(first.number()), rest);
        for (int number = first.number(); number <= terms.months(); number++) {
            if (number > first.number()) {
                if (balance == 0) {
                    break;
                }
                Days month = terms.month(number);
                cost = interest.paise(balance, terms.annualRatePercent(), month, month);
            }
            long part = number == terms.months() ? balance : Math.max(0, Math.min(terms.emiPaise() - cost, balance));
            Amounts charges = number == first.number() ? charges(later) : Amounts.NONE;
            rows.add(new Instalment(
                    number, terms.dueOn(number), charges.plus(new Amounts(0, 0, cost, part)), Amounts.NONE));
            balance -= part;
        }
        return account.with(rows)
                .with(new Accrual(payoff.day(), payoff.closing().interestPaise()));
    }

    /** Fees that were charged on instalments to come go with the next one. */
    private static Amounts charges(List<Instalment> later) {
        Amounts owed = later.stream().map(Instalment::owed).reduce(Amounts.NONE, Amounts::plus);
        return new Amounts(owed.penaltyPaise(), owed.feePaise(), 0, 0);
    }
}
