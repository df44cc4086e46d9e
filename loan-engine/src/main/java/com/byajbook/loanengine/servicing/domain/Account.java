package com.byajbook.loanengine.servicing.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A loan that was paid out, as it stands.
 *
 * @param instalments by number
 * @param lenders by position; together they lent the principal
 * @param accrual null if the balance did not change between due dates
 * @param version grows with every change; the statement's lines are numbered by it
 */
public record Account(
        Terms terms,
        List<Instalment> instalments,
        List<LenderShare> lenders,
        Totals totals,
        @Nullable Accrual accrual,
        ArrearsClass arrears,
        AccountState state,
        int version) {

    public Account {
        instalments = List.copyOf(instalments);
        lenders = List.copyOf(lenders);
    }

    /** A new loan whose lenders lent exactly its principal and whose instalments repay exactly that. */
    public static Account open(Terms terms, List<Instalment> instalments, List<LenderShare> lenders) {
        long lent = lenders.stream().mapToLong(LenderShare::principalPaise).reduce(0, Math::addExact);
        long scheduled = instalments.stream()
                .mapToLong(row -> row.charged().principalPaise())
                .reduce(0, Math::addExact);
        if (lent != terms.principalPaise() || scheduled != terms.principalPaise()) {
            throw new IllegalArgumentException("lenders lent " + lent + " and instalments repay " + scheduled
                    + " paise of a loan of " + terms.principalPaise());
        }
        Totals totals = new Totals(terms.principalPaise(), 0, 0, 0);
        return new Account(terms, instalments, lenders, totals, null, ArrearsClass.REGULAR, AccountState.ACTIVE, 1);
    }

    public boolean isActive() {
        return state == AccountState.ACTIVE;
    }

    /** Whether nobody waits for what is owed any more. */
    boolean isGivenUp() {
        return state == AccountState.WRITTEN_OFF || state == AccountState.REVERSED;
    }

    /** In service, unless it is given up. */
    Account reopened() {
        return isGivenUp() ? this : with(AccountState.ACTIVE);
    }

    /** When the oldest instalment that is not fully paid was or will be due; null when there is none. */
    public @Nullable LocalDate oldestUnpaidDue() {
        return unpaid().map(Instalment::dueOn).min(Comparator.naturalOrder()).orElse(null);
    }

    /** All that is due on this day and not paid. */
    public Amounts due(LocalDate day) {
        return unpaid().filter(row -> row.isDueOn(day)).map(Instalment::owed).reduce(Amounts.NONE, Amounts::plus);
    }

    /** The first instalment from this day on of which something is owed. */
    public @Nullable Instalment nextDue(LocalDate day) {
        return unpaid().filter(row -> !row.dueOn().isBefore(day))
                .min(Comparator.comparing(Instalment::number))
                .orElse(null);
    }

    /**
     * The day that a payment of this day counts for: payments may arrive out of order, and none is reckoned before what
     * was paid already.
     */
    LocalDate notBefore(LocalDate day) {
        Stream<LocalDate> settled =
                instalments.stream().filter(row -> !row.paid().isNothing()).map(Instalment::dueOn);
        Stream<LocalDate> reckoned =
                Stream.of(day, terms.disbursedOn(), accrual == null ? terms.disbursedOn() : accrual.until());
        return Stream.concat(settled, reckoned).max(Comparator.naturalOrder()).orElse(day);
    }

    List<Instalment> after(LocalDate day) {
        return instalments.stream().filter(row -> !row.isDueOn(day)).toList();
    }

    List<Instalment> until(LocalDate day) {
        return instalments.stream().filter(row -> row.isDueOn(day)).toList();
    }

    Stream<Instalment> unpaid() {
        return isActive() ? instalments.stream().filter(row -> !row.isPaid()) : Stream.empty();
    }

    Account with(List<Instalment> rows) {
        return new Account(terms, rows, lenders, totals, accrual, arrears, state, version);
    }

    Account with(@Nullable Accrual reckoned) {
        return new Account(terms, instalments, lenders, totals, reckoned, arrears, state, version);
    }

    Account with(ArrearsClass changed) {
        return new Account(terms, instalments, lenders, totals, accrual, changed, state, version);
    }

    Account with(AccountState changed) {
        return new Account(terms, instalments, lenders, totals, accrual, arrears, changed, version);
    }

    /** With these sums shared out among the lenders. */
    Account with(Totals sums) {
        long repaid = terms.principalPaise() - sums.outstandingPaise() - sums.writtenOffPaise();
        return new Account(
                terms,
                instalments,
                LenderShare.after(lenders, sums.collectedPaise(), repaid),
                sums,
                accrual,
                arrears,
                state,
                version);
    }

    Account next() {
        return new Account(terms, instalments, lenders, totals, accrual, arrears, state, version + 1);
    }

    Account pay(List<Allocation.Line> lines) {
        return with(instalments.stream()
                .map(row -> row.pay(lines.stream()
                        .filter(line -> line.number() == row.number())
                        .map(line -> Amounts.of(line.component(), line.paise()))
                        .reduce(Amounts.NONE, Amounts::plus)))
                .toList());
    }

    /** Writes off what is outstanding. */
    public Account writeOff() {
        return with(totals.writeOff()).with(AccountState.WRITTEN_OFF).next();
    }

    /** Ends the service of a loan whose disbursal the bank sent back: nobody owes anything of it any more. */
    public Account reverse() {
        return with(totals.writeOff()).with(AccountState.REVERSED).next();
    }

    /** Adds a fee to the oldest instalment that is not fully paid. */
    public Account chargeFee(long paise) {
        LocalDate oldest = Objects.requireNonNull(oldestUnpaidDue(), "an active loan owes something");
        int number = unpaid().filter(row -> row.dueOn().equals(oldest))
                .mapToInt(Instalment::number)
                .min()
                .orElseThrow();
        return with(instalments.stream()
                        .map(row -> row.number() == number ? row.charge(Amounts.of(Component.FEE, paise)) : row)
                        .toList())
                .next();
    }
}
