package com.byajbook.loanengine.servicing.domain;

import static com.byajbook.loanengine.servicing.domain.Loans.INTEREST;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettlementTest {

    private static final LocalDate JANUARY = LocalDate.of(2024, 1, 1);
    private static final LocalDate FEBRUARY = LocalDate.of(2024, 2, 1);
    private static final LocalDate MID_FEBRUARY = LocalDate.of(2024, 2, 15);

    /** Apache Fineract, Loan.feature: ₹100 at 7 % in 6 months, the first paid on 1 February 2024: on the 15th ₹83.81 close it. */
    @Test
    void the_published_loan_is_closed_by_the_published_sum() {
        Account account = pay(published(), 1_701, FEBRUARY).after();

        Payoff payoff = Payoff.of(account, MID_FEBRUARY, INTEREST);

        assertThat(payoff.totalPaise()).isEqualTo(8_381);
        assertThat(payoff.parts()).isEqualTo(new Amounts(0, 0, 24, 8_357));
        Settlement closed = pay(account, 8_381, MID_FEBRUARY);
        assertThat(closed.after().state()).isEqualTo(AccountState.CLOSED);
        assertThat(closed.kind()).isEqualTo(EntryKind.FORECLOSURE);
        assertThat(closed.excessPaise()).isZero();
        assertThat(closed.after().totals().outstandingPaise()).isZero();
        assertThat(closed.after().oldestUnpaidDue()).isNull();
    }

    @Test
    void what_is_beyond_the_payoff_goes_back() {
        Settlement closed = pay(pay(published(), 1_701, FEBRUARY).after(), 9_000, MID_FEBRUARY);

        assertThat(closed.after().state()).isEqualTo(AccountState.CLOSED);
        assertThat(closed.excessPaise()).isEqualTo(9_000 - 8_381);
        assertThat(closed.paid().totalPaise()).isEqualTo(8_381);
    }

    @Test
    void one_paisa_less_than_the_payoff_is_a_prepayment_that_leaves_a_paisa_of_interest() {
        Settlement prepaid = pay(pay(published(), 1_701, FEBRUARY).after(), 8_380, MID_FEBRUARY);

        assertThat(prepaid.after().state()).isEqualTo(AccountState.ACTIVE);
        assertThat(prepaid.paid()).isEqualTo(new Amounts(0, 0, 23, 8_357));
        assertThat(prepaid.after().totals().outstandingPaise()).isZero();
        Settlement last = pay(prepaid.after(), 5, FEBRUARY.plusMonths(1));
        assertThat(last.after().state()).isEqualTo(AccountState.CLOSED);
        assertThat(last.paid()).isEqualTo(new Amounts(0, 0, 1, 0));
        assertThat(last.excessPaise()).isEqualTo(4);
    }

    @Test
    void instalments_paid_on_their_days_close_the_loan_with_the_published_interest() {
        Account account = published();
        for (Instalment row : account.instalments()) {
            Settlement settled = pay(account, row.owed().totalPaise(), row.dueOn());
            assertThat(settled.kind()).isEqualTo(EntryKind.REPAYMENT);
            account = settled.after();
        }

        assertThat(account.state()).isEqualTo(AccountState.CLOSED);
        assertThat(account.totals().collectedPaise()).isEqualTo(10_205);
        assertThat(account.lenders())
                .allSatisfy(share -> assertThat(share.outstandingPaise()).isZero());
    }

    @Test
    void a_prepayment_keeps_the_instalment_and_shortens_the_loan() {
        Account account = pay(published(), 1_701, FEBRUARY).after();

        Account after = pay(account, 4_000, MID_FEBRUARY).after();

        assertThat(after.totals()).isEqualTo(new Totals(4_357, 4_000, 5_701, 0));
        assertThat(after.instalments()).extracting(Instalment::number).containsExactly(1, 2, 3, 4);
        Instalment next = after.instalments().get(1);
        assertThat(next.dueOn()).isEqualTo(LocalDate.of(2024, 3, 1));
        // 14 of February's 29 days on 83.57 are 24 paise, and the 15 after them on 43.57 are 13.
        assertThat(next.charged()).isEqualTo(new Amounts(0, 0, 24 + 13, 1_701 - 37));
        assertThat(after.instalments().subList(1, 3))
                .allSatisfy(row -> assertThat(row.charged().totalPaise()).isEqualTo(1_701));
        assertThat(after.instalments().get(3).charged().totalPaise()).isLessThan(1_701);
    }

    @Test
    void a_second_prepayment_in_a_month_counts_what_was_reckoned_before() {
        Account account = pay(published(), 1_701, FEBRUARY).after();
        Account once = pay(account, 4_000, MID_FEBRUARY).after();

        Account twice = pay(once, 1_000, LocalDate.of(2024, 2, 22)).after();

        // 24 until the 15th; 4,357 * 7 % / 12 * 7 / 29 = 6.1; 3,357 * 7 % / 12 * 8 / 29 = 5.4
        assertThat(twice.instalments().get(1).charged().interestPaise()).isEqualTo(24 + 6 + 5);
        assertThat(Payoff.of(once, LocalDate.of(2024, 2, 22), INTEREST).parts())
                .isEqualTo(new Amounts(0, 0, 30, 4_357));
    }

    @Test
    void a_borrower_leaves_in_the_cooling_off_days_at_principal_and_interest_alone() {
        Account account = published().chargeFee(500);
        LocalDate lastDay = JANUARY.plusDays(3);

        Payoff payoff = Payoff.of(account, lastDay, INTEREST);

        // 10,000 * 7 % / 12 * 3 / 31 = 5.6
        assertThat(payoff.parts()).isEqualTo(new Amounts(0, 0, 6, 10_000));
        assertThat(pay(account, 10_006, lastDay).after().state()).isEqualTo(AccountState.EXITED);
        assertThat(Payoff.of(account, lastDay.plusDays(1), INTEREST).parts()).isEqualTo(new Amounts(0, 500, 8, 10_000));
    }

    @Test
    void a_fee_goes_with_the_next_instalment_when_the_others_are_made_anew() {
        Account account = pay(published(), 1_701, FEBRUARY).after().chargeFee(500);

        Account after = pay(account, 4_000, MID_FEBRUARY).after();

        assertThat(after.instalments().get(1).charged().feePaise()).isEqualTo(500);
        assertThat(after.instalments().get(2).charged().feePaise()).isZero();
    }

    @Test
    void a_part_payment_leaves_the_class_and_the_last_of_the_arrears_lifts_it() {
        Account overdue = DayEnd.of(published(), LocalDate.of(2024, 3, 5)).after();
        assertThat(overdue.arrears()).isEqualTo(ArrearsClass.SMA_1);
        LocalDate march = LocalDate.of(2024, 3, 6);

        Account part = pay(overdue, 1_000, march).after();
        Account all = pay(part, part.due(march).totalPaise(), march).after();

        assertThat(part.arrears()).isEqualTo(ArrearsClass.SMA_1);
        assertThat(all.arrears()).isEqualTo(ArrearsClass.REGULAR);
    }

    @Test
    void a_payment_that_arrives_late_is_never_reckoned_before_what_was_paid_already() {
        Account account = pay(published(), 1_701, FEBRUARY).after();
        Account prepaid = pay(account, 4_000, MID_FEBRUARY).after();

        Account after = pay(prepaid, 1_000, JANUARY.plusDays(20)).after();

        assertThat(after.instalments().get(0).isPaid()).isTrue();
        assertThat(after.totals().prepaidPaise()).isEqualTo(5_000);
    }

    @Test
    void a_month_that_ends_later_than_it_began_costs_what_the_schedule_says() {
        Account account = Loans.account("12", 3, LocalDate.of(2027, 1, 31), 1_000_00);
        Account paid = pay(account, account.instalments().get(0).owed().totalPaise(), LocalDate.of(2027, 2, 28))
                .after();

        Payoff payoff = Payoff.of(paid, LocalDate.of(2027, 3, 30), INTEREST);

        assertThat(payoff.closing().interestPaise())
                .isLessThan(paid.instalments().get(1).charged().interestPaise())
                .isPositive();
    }

    @Test
    void each_share_gets_its_part_of_what_lenders_get() {
        Account account = Loans.account("7", 6, JANUARY, 5_000, 3_000, 2_000);

        List<LenderShares.Payout> payouts = pay(account, 1_701, FEBRUARY).payouts();

        assertThat(payouts).extracting(LenderShares.Payout::paise).containsExactly(851L, 510L, 340L);
    }

    private static Account published() {
        return Loans.account("7", 6, JANUARY, 10_000);
    }

    private static Settlement pay(Account account, long paise, LocalDate day) {
        return Settlement.of(account, paise, day, INTEREST);
    }
}
