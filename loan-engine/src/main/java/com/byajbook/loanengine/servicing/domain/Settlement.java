package com.byajbook.loanengine.servicing.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a repayment did to a loan.
 *
 * @param paid what it paid; with the excess it is the repayment
 * @param excessPaise what goes back
 */
public record Settlement(Account before, Account after, Amounts paid, long excessPaise, EntryKind kind) {

    /**
     * Pays what is due by that day in the loan's order. What is left closes the loan if it is enough for that, and otherwise
     * repays principal ahead of time.
     */
    public static Settlement of(Account account, long paise, LocalDate paidOn, InterestRule interest) {
        LocalDate day = account.notBefore(paidOn);
        List<Due> dues = account.unpaid().map(Instalment::due).toList();
        Allocation allocation =
                Allocation.of(paise, dues, account.terms().conditions().order(), day);
        Account current = account.pay(allocation.lines());
        Amounts paid = sum(allocation);
        Payoff payoff = Payoff.of(current, day, interest);
        if (payoff.due().isNothing()
                && allocation.excessPaise() >= payoff.closing().totalPaise()) {
            return close(account, current, paid, allocation.excessPaise(), payoff);
        }
        if (allocation.excessPaise() > 0) {
            return prepay(account, current, paid, allocation.excessPaise(), payoff, interest);
        }
        Account after = current.with(current.totals().collect(paid, 0));
        return new Settlement(account, upgraded(after, day).next(), paid, 0, EntryKind.REPAYMENT);
    }

    private static Settlement close(Account account, Account current, Amounts paid, long left, Payoff payoff) {
        List<Instalment> later = current.after(payoff.day());
        List<Instalment> rows = new ArrayList<>(current.until(payoff.day()));
        if (!later.isEmpty()) {
            rows.add(new Instalment(later.get(0).number(), payoff.day(), payoff.closing(), payoff.closing()));
        }
        boolean early = !payoff.closing().isNothing();
        boolean exit = early && payoff.coolingOff();
        Amounts all = paid.plus(payoff.closing());
        Account after = current.with(rows)
                .with(current.totals().collect(all, 0))
                .with(ArrearsClass.REGULAR)
                .with(exit ? AccountState.EXITED : AccountState.CLOSED)
                .next();
        return new Settlement(account, after, all, left - payoff.closing().totalPaise(), kind(early, exit));
    }

    private static EntryKind kind(boolean early, boolean exit) {
        if (exit) {
            return EntryKind.EXIT;
        }
        return early ? EntryKind.FORECLOSURE : EntryKind.REPAYMENT;
    }

    private static Settlement prepay(
            Account account, Account current, Amounts paid, long left, Payoff payoff, InterestRule interest) {
        long principal = Math.min(left, payoff.closing().principalPaise());
        Account remade = Prepayment.remake(current, payoff, principal, interest);
        Amounts beyond = Amounts.NONE;
        if (left > principal) {
            // All principal is repaid and not all of its interest: what is left pays of that.
            Due rest = remade.after(payoff.day()).get(0).due();
            Allocation allocation = Allocation.of(
                    left - principal,
                    List.of(rest),
                    account.terms().conditions().order(),
                    rest.dueDate());
            remade = remade.pay(allocation.lines());
            beyond = sum(allocation);
        }
        Amounts all = paid.plus(Amounts.of(Component.PRINCIPAL, principal)).plus(beyond);
        Account after = remade.with(remade.totals().collect(all, principal));
        return new Settlement(account, upgraded(after, payoff.day()).next(), all, 0, EntryKind.PREPAYMENT);
    }

    /** Once nothing is overdue any more the loan is regular again; as long as something is, its class waits for the day's end. */
    private static Account upgraded(Account account, LocalDate day) {
        return account.due(day).isNothing() ? account.with(ArrearsClass.REGULAR) : account;
    }

    private static Amounts sum(Allocation allocation) {
        return allocation.lines().stream()
                .map(line -> Amounts.of(line.component(), line.paise()))
                .reduce(Amounts.NONE, Amounts::plus);
    }

    /** What each share gets of it, by position. */
    public List<LenderShares.Payout> payouts() {
        return LenderShare.growth(before.lenders(), after.lenders(), LenderShare::paidPaise);
    }

    /** The principal that each share has back by it, by position. */
    public List<LenderShares.Payout> principalRepaid() {
        return LenderShare.growth(before.lenders(), after.lenders(), LenderShare::principalPaidPaise);
    }

    /** What must be known to take it back. */
    public Footprint footprint() {
        return Footprint.of(before, after, paid);
    }
}
