package com.byajbook.loanengine.servicing.domain;

import static com.byajbook.loanengine.servicing.domain.Loans.INTEREST;
import static com.byajbook.loanengine.servicing.domain.ServicingInvariantsTest.assertInvariants;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReversalTest {

    private static final LocalDate JANUARY = LocalDate.of(2024, 1, 1);
    private static final LocalDate FEBRUARY = LocalDate.of(2024, 2, 1);
    private static final int LOANS = 150;

    private final Account account = Loans.account("7", 6, JANUARY, 6_000, 4_000);

    @Test
    void a_foreclosure_taken_back_opens_the_loan_as_it_was() {
        Account repaid = settle(account, 1_701, FEBRUARY).after();
        Settlement closing = settle(repaid, 8_381, LocalDate.of(2024, 2, 15));
        assertThat(closing.after().state()).isEqualTo(AccountState.CLOSED);

        Account opened = takeBack(closing.after(), closing, LocalDate.of(2024, 2, 20));

        assertThat(opened.state()).isEqualTo(AccountState.ACTIVE);
        assertThat(opened.instalments()).isEqualTo(repaid.instalments());
        assertThat(opened.totals()).isEqualTo(repaid.totals());
        assertThat(opened.version()).as("a change as any other").isEqualTo(4);
    }

    @Test
    void a_prepayment_of_a_loan_that_went_on_is_repaid_by_the_instalments_to_come() {
        Settlement ahead = settle(account, 1_701 + 4_000, FEBRUARY);
        Account wentOn = settle(ahead.after(), 1_701, LocalDate.of(2024, 3, 1)).after();
        int without = wentOn.instalments().size();

        Account owing = takeBack(wentOn, ahead, LocalDate.of(2024, 3, 10));

        assertThat(owing.totals().prepaidPaise()).isZero();
        assertThat(owing.totals().outstandingPaise())
                .isEqualTo(wentOn.totals().outstandingPaise() + ahead.paid().principalPaise());
        assertThat(owing.instalments()).hasSizeGreaterThan(without);
        assertThat(owing.due(LocalDate.of(2024, 3, 10)).totalPaise())
                .as("what the instalment of February was paid is due, newest first")
                .isEqualTo(1_701);
        assertInvariants(owing, 2);
    }

    @Test
    void a_prepayment_of_a_loan_that_ended_since_is_owed_with_its_last_instalment() {
        Settlement ahead = settle(account, 4_000, LocalDate.of(2024, 1, 20));
        long rest = Payoff.of(ahead.after(), FEBRUARY, INTEREST).totalPaise();
        Account ended = settle(ahead.after(), rest, FEBRUARY).after();

        Account owing = takeBack(ended, ahead, LocalDate.of(2024, 2, 3));

        assertThat(owing.state()).isEqualTo(AccountState.ACTIVE);
        assertThat(owing.due(LocalDate.of(2024, 2, 3)).principalPaise()).isEqualTo(4_000);
        assertInvariants(owing, 2);
    }

    @Test
    void a_loan_that_had_been_upgraded_by_it_is_as_bad_as_it_was_until_the_day_s_end_says_more() {
        Account late = ServicingInvariantsTest.endDays(account, FEBRUARY, 35);
        assertThat(late.arrears()).isEqualTo(ArrearsClass.SMA_1);
        LocalDate paidOn = LocalDate.of(2024, 3, 7);
        Settlement all = settle(late, late.due(paidOn).totalPaise(), paidOn);
        assertThat(all.after().arrears()).isEqualTo(ArrearsClass.REGULAR);

        Account owing = takeBack(all.after(), all, paidOn.plusDays(1));

        assertThat(owing.arrears()).isEqualTo(ArrearsClass.SMA_1);
        Account nextDay = DayEnd.of(owing, LocalDate.of(2024, 4, 2)).after();
        assertThat(nextDay.arrears()).isEqualTo(ArrearsClass.SMA_2);
    }

    @Test
    void what_is_given_up_stays_so_and_lenders_lose_more() {
        Settlement paid = settle(account, 1_701, FEBRUARY);
        Account lost = paid.after().writeOff();

        Account after = takeBack(lost, paid, LocalDate.of(2024, 2, 3));

        assertThat(after.state()).isEqualTo(AccountState.WRITTEN_OFF);
        assertThat(after.totals()).isEqualTo(new Totals(0, 0, 0, 10_000));
        assertThat(after.lenders()).allMatch(share -> share.paidPaise() == 0 && share.principalPaidPaise() == 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void allocated_and_taken_back_at_once_is_as_if_it_had_never_been(long seed) {
        Random random = new Random(seed);
        int closed = 0;
        for (int loan = 0; loan < LOANS; loan++) {
            LocalDate day = JANUARY.plusDays(random.nextInt(300));
            Account before = age(random, some(random), day);
            LocalDate paidOn = before.notBefore(day.plusDays(random.nextInt(100)));
            if (before.isActive()) {
                Settlement settled = settle(before, amount(random, before, paidOn), paidOn);
                closed += settled.after().isActive() ? 0 : 1;
                Account after = takeBack(settled.after(), settled, paidOn);
                assertThat(after.instalments()).isEqualTo(before.instalments());
                assertThat(after.totals()).isEqualTo(before.totals());
                assertThat(after.accrual()).isEqualTo(before.accrual());
                assertThat(after.state()).isEqualTo(before.state());
                assertThat(Payoff.of(after, paidOn, INTEREST)).isEqualTo(Payoff.of(before, paidOn, INTEREST));
                assertInvariants(after, 2);
            }
        }
        assertThat(closed).as("some closed the loan").isGreaterThan(LOANS / 20);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatever_is_taken_back_whenever_the_invariants_hold_and_in_the_end_nothing_was_ever_paid(long seed) {
        Random random = new Random(seed);
        int reopened = 0;
        for (int loan = 0; loan < LOANS; loan++) {
            Account current = some(random);
            LocalDate day = current.terms().disbursedOn();
            List<Settlement> standing = new ArrayList<>();
            for (int step = 0; step < 12; step++) {
                day = day.plusDays(random.nextInt(25));
                if (!standing.isEmpty() && random.nextInt(3) == 0) {
                    reopened += current.isActive() ? 0 : 1;
                    current = takeBack(current, standing.remove(random.nextInt(standing.size())), day);
                } else if (current.isActive()) {
                    Settlement settled = settle(current, amount(random, current, day), day);
                    standing.add(settled);
                    current = settled.after();
                }
                assertInvariants(current, 2);
            }
            assertUnpaid(takeBackAll(current, standing, day, random));
        }
        assertThat(reopened).as("some had ended").isGreaterThan(LOANS / 20);
    }

    private static Account takeBackAll(Account account, List<Settlement> standing, LocalDate day, Random random) {
        Account current = account;
        Collections.shuffle(standing, random);
        for (Settlement settled : standing) {
            current = takeBack(current, settled, day);
            assertInvariants(current, 2);
        }
        return current;
    }

    private static void assertUnpaid(Account account) {
        assertThat(account.totals()).isEqualTo(new Totals(account.terms().principalPaise(), 0, 0, 0));
        assertThat(account.instalments()).allMatch(row -> row.paid().isNothing());
        assertThat(account.lenders()).allMatch(share -> share.paidPaise() == 0);
    }

    private static Account some(Random random) {
        long[] shares = random.longs(1 + random.nextInt(5), 1, 100_000).toArray();
        String[] rates = {"0", "7", "12", "24"};
        return Loans.account(
                rates[random.nextInt(rates.length)],
                1 + random.nextInt(12),
                JANUARY.plusDays(random.nextInt(60)),
                shares);
    }

    private static Account age(Random random, Account account, LocalDate until) {
        Account current = account;
        for (int step = 0; step < 4 && current.isActive(); step++) {
            current = ServicingInvariantsTest.endDays(current, until.minusDays(20), random.nextInt(20));
            current = settle(current, 1L + random.nextInt(2_000), until).after();
        }
        return current;
    }

    private static long amount(Random random, Account account, LocalDate day) {
        Payoff payoff = Payoff.of(account, day, INTEREST);
        long[] amounts = {
            1L + random.nextInt(5_000),
            Math.max(1, payoff.due().totalPaise()),
            payoff.due().totalPaise() + 1L + random.nextInt(5_000),
            payoff.totalPaise() + random.nextInt(3)
        };
        return Math.max(1, amounts[random.nextInt(amounts.length)]);
    }

    private static Settlement settle(Account account, long paise, LocalDate day) {
        return Settlement.of(account, paise, day, INTEREST);
    }

    private static Account takeBack(Account account, Settlement settled, LocalDate day) {
        Reversal reversal = Reversal.of(account, settled.footprint(), day, INTEREST);
        assertThat(reversal.givenBack()).allMatch(part -> part.paise() >= 0);
        assertThat(reversal.givenBack().stream()
                        .mapToLong(LenderShares.Payout::paise)
                        .sum())
                .isEqualTo(settled.paid().lendersPaise());
        assertThat(reversal.principalOwedAgain().stream()
                        .mapToLong(LenderShares.Payout::paise)
                        .sum())
                .isEqualTo(settled.paid().principalPaise());
        return reversal.after();
    }
}
