package com.byajbook.loanengine.servicing.domain;

import static com.byajbook.loanengine.servicing.domain.Loans.INTEREST;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random lives of loans; the invariants hold after every step of each. */
class ServicingInvariantsTest {

    private static final int LOANS = 150;
    private static final String[] RATES = {"0", "7", "9.4822", "12", "24", "36"};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void hold_after_every_repayment_and_every_day(long seed) {
        Random random = new Random(seed);
        int ended = 0;
        int prepaid = 0;
        for (int loan = 0; loan < LOANS; loan++) {
            Account account = live(random, loan);
            ended += account.isActive() ? 0 : 1;
            prepaid += account.totals().prepaidPaise() > 0 ? 1 : 0;
        }
        assertThat(ended).as("some end and some do not").isBetween(LOANS / 10, LOANS - 1);
        assertThat(prepaid).isGreaterThan(LOANS / 10);
    }

    private static Account live(Random random, int loan) {
        LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
        long[] shares = LongStream.generate(() -> 1L + random.nextInt(loan % 3 == 0 ? 50 : 200_000))
                .limit(1 + random.nextInt(6))
                .toArray();
        Account account = Loans.account(RATES[random.nextInt(RATES.length)], 1 + random.nextInt(12), day, shares);
        long scheduledInterest = interest(account);
        assertInvariants(account);
        for (int step = 0; step < 30 && account.isActive(); step++) {
            account = random.nextInt(3) > 0 ? endDays(account, day, random.nextInt(25)) : repay(account, day, random);
            day = random.nextInt(3) > 0 ? day.plusDays(random.nextInt(12)) : day;
            assertInvariants(account);
            assertThat(interest(account))
                    .as("neither lateness nor a prepayment makes interest dearer, but for roundings")
                    .isLessThanOrEqualTo(scheduledInterest + 12);
        }
        return account;
    }

    static Account endDays(Account account, LocalDate from, int days) {
        Account after = account;
        for (int i = 0; i < days; i++) {
            Account before = after;
            after = DayEnd.of(before, from.plusDays(i)).after();
            assertThat(interest(after)).as("a charge is no interest").isEqualTo(interest(before));
            assertThat(after.totals()).isEqualTo(before.totals());
            assertThat(after.lenders()).isEqualTo(before.lenders());
        }
        return after;
    }

    private static Account repay(Account account, LocalDate day, Random random) {
        if (random.nextInt(12) == 0) {
            return account.chargeFee(250);
        }
        Payoff payoff = Payoff.of(account, day, INTEREST);
        long[] tries = {
            payoff.due().totalPaise(),
            payoff.due().totalPaise() / 2,
            payoff.due().totalPaise()
                    + 1L
                    + random.nextInt((int) (account.terms().principalPaise() / 9) + 1),
            random.nextInt(4) == 0 ? payoff.totalPaise() - 1 : payoff.due().totalPaise(),
            random.nextInt(20) == 0 ? payoff.totalPaise() : 1,
            random.nextInt(20) == 0 ? payoff.totalPaise() + 77 : 1 + random.nextInt(500)
        };
        long paise = Math.max(1, tries[random.nextInt(tries.length)]);

        Settlement settled = Settlement.of(account, paise, day, INTEREST);

        assertRepayment(settled, paise, payoff);
        return settled.after();
    }

    /** 7: a repayment is its parts and the excess; what lenders get is what came in for them. */
    private static void assertRepayment(Settlement settled, long paise, Payoff payoff) {
        assertThat(settled.paid().totalPaise() + settled.excessPaise()).isEqualTo(paise);
        assertThat(settled.excessPaise() > 0).isEqualTo(paise > payoff.totalPaise());
        assertThat(settled.after().isActive()).isEqualTo(paise < payoff.totalPaise());
        assertThat(sum(settled.payouts(), LenderShares.Payout::paise))
                .isEqualTo(settled.paid().lendersPaise());
        assertThat(sum(settled.principalRepaid(), LenderShares.Payout::paise))
                .isEqualTo(settled.paid().principalPaise());
        assertThat(settled.payouts()).allMatch(payout -> payout.paise() >= 0);
    }

    private static void assertInvariants(Account account) {
        assertInvariants(account, 1);
    }

    /** No lender is further from its exact part than so many paise. */
    static void assertInvariants(Account account, long paise) {
        List<Instalment> rows = account.instalments();
        long principal = account.terms().principalPaise();
        Totals totals = account.totals();
        long paidPrincipal = sum(rows, row -> row.paid().principalPaise()) + totals.prepaidPaise();
        long paidInterest = sum(rows, row -> row.paid().interestPaise());
        // 4
        assertThat(sum(account.lenders(), LenderShare::principalPaise)).isEqualTo(principal);
        assertThat(sum(account.lenders(), LenderShare::outstandingPaise)).isEqualTo(totals.outstandingPaise());
        // 6
        assertThat(sum(rows, row -> row.charged().principalPaise()) + totals.prepaidPaise())
                .isEqualTo(principal);
        assertThat(principal - paidPrincipal).isEqualTo(totals.outstandingPaise());
        assertThat(rows).extracting(Instalment::number).isSorted().doesNotHaveDuplicates();
        // 8
        assertThat(totals.collectedPaise()).isEqualTo(paidPrincipal + paidInterest);
        assertThat(sum(account.lenders(), LenderShare::paidPaise)).isEqualTo(totals.collectedPaise());
        assertThat(account.lenders())
                .allSatisfy(share -> assertThat(Math.abs(
                                share.paidPaise() * principal - totals.collectedPaise() * share.principalPaise()))
                        .isLessThanOrEqualTo(paise * principal));
        assertThat(account.isActive()).isEqualTo(rows.stream().anyMatch(row -> !row.isPaid()));
    }

    private static long interest(Account account) {
        return sum(account.instalments(), row -> row.charged().interestPaise());
    }

    private static <T> long sum(List<T> parts, ToLongFunction<T> paise) {
        return parts.stream().mapToLong(paise).sum();
    }
}
