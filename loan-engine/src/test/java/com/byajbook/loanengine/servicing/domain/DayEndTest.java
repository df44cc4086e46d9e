package com.byajbook.loanengine.servicing.domain;

import static com.byajbook.loanengine.servicing.domain.Loans.INTEREST;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DayEndTest {

    private static final LocalDate DUE = LocalDate.of(2021, 3, 31);

    /** RBI, 12 November 2021: due on 31 March 2021; SMA-1 on 30 April, SMA-2 on 30 May, NPA on 29 June. */
    @Test
    void a_loan_is_classed_on_the_published_days() {
        Account account = Loans.account("15", 2, LocalDate.of(2021, 1, 31), 1_000_00);
        Instalment first = account.instalments().get(0);
        Account moved = Settlement.of(account, first.owed().totalPaise(), first.dueOn(), INTEREST)
                .after();
        assertThat(moved.oldestUnpaidDue()).isEqualTo(DUE);

        Map<ArrearsClass, LocalDate> reached = new LinkedHashMap<>();
        for (LocalDate day = DUE.minusDays(2); !day.isAfter(LocalDate.of(2021, 7, 5)); day = day.plusDays(1)) {
            moved = DayEnd.of(moved, day).after();
            reached.putIfAbsent(moved.arrears(), day);
        }

        assertThat(reached)
                .containsExactly(
                        Map.entry(ArrearsClass.REGULAR, DUE.minusDays(2)),
                        Map.entry(ArrearsClass.SMA_0, DUE),
                        Map.entry(ArrearsClass.SMA_1, LocalDate.of(2021, 4, 30)),
                        Map.entry(ArrearsClass.SMA_2, LocalDate.of(2021, 5, 30)),
                        Map.entry(ArrearsClass.NPA, LocalDate.of(2021, 6, 29)));
    }

    @Test
    void each_day_costs_its_part_of_its_calendar_month_and_nothing_on_what_was_charged() {
        Account account = Loans.account("12", 2, LocalDate.of(2026, 1, 10), 1_000_00);
        long overdue = account.instalments().get(0).owed().totalPaise();
        long february = DayEnd.penalty(overdue, BigDecimal.valueOf(2), LocalDate.of(2026, 2, 10));

        Account after = account;
        for (int day = 10; day <= 19; day++) {
            after = DayEnd.of(after, LocalDate.of(2026, 2, day)).after();
        }

        // 507.51 at 2 % a month is 36.25 paise a day of February
        assertThat(overdue).isEqualTo(50_751);
        assertThat(february).isEqualTo(36);
        assertThat(after.instalments().get(0).charged().penaltyPaise()).isEqualTo(360);
        assertThat(after.instalments().get(0).charged().interestPaise())
                .isEqualTo(account.instalments().get(0).charged().interestPaise());
        assertThat(after.instalments().get(1)).isEqualTo(account.instalments().get(1));
    }

    @Test
    void half_a_paisa_goes_to_the_even_one() {
        LocalDate april = LocalDate.of(2026, 4, 1);

        assertThat(DayEnd.penalty(750, BigDecimal.valueOf(2), april)).isZero();
        assertThat(DayEnd.penalty(2_250, BigDecimal.valueOf(2), april)).isEqualTo(2);
        assertThat(DayEnd.penalty(3_750, BigDecimal.valueOf(2), april)).isEqualTo(2);
    }

    @Test
    void a_regular_loan_stays_as_it_is() {
        Account account = Loans.account("12", 2, LocalDate.of(2026, 1, 10), 1_000_00);

        DayEnd ended = DayEnd.of(account, LocalDate.of(2026, 2, 9));

        assertThat(ended.after()).isEqualTo(account);
        assertThat(ended.isCharged() || ended.isReclassed()).isFalse();
    }

    @Test
    void a_penalty_alone_keeps_a_loan_in_arrears_until_it_is_paid() {
        LocalDate day = LocalDate.of(2026, 2, 12);
        Account account = DayEnd.of(Loans.account("12", 2, LocalDate.of(2026, 1, 10), 1_000_00), day)
                .after();

        Account paid = Settlement.of(account, account.due(day).totalPaise() - 1, day, INTEREST)
                .after();

        assertThat(DayEnd.of(paid, day.plusDays(1)).after().arrears()).isEqualTo(ArrearsClass.SMA_0);
    }
}
