package com.byajbook.loanengine.pricing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.loanengine.pricing.domain.PrintedIllustration.Row;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures that somebody else published: the Reserve Bank's annexes and Apache Fineract's fixtures. */
class PublishedVectorsTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    private static final long RBI_PRINCIPAL = 20_000_00;
    private static final long RBI_NET = 19_600_00;
    private static final int RBI_MONTHS = 24;
    private static final AnnualRate RBI_RATE = AnnualRate.ofPercent("15");

    @Test
    void the_ledger_of_the_rbi_example_has_an_emi_of_969_73_and_a_last_one_of_969_79() {
        LedgerSchedule schedule = LedgerSchedule.of(RBI_PRINCIPAL, RBI_RATE, RBI_MONTHS, START);

        List<Long> emis =
                schedule.instalments().stream().map(Instalment::emiPaise).toList();
        assertThat(emis.subList(0, RBI_MONTHS - 1)).containsOnly(969_73L);
        assertThat(emis.get(RBI_MONTHS - 1)).isEqualTo(969_79L);
        assertThat(schedule.totalInterestPaise()).isEqualTo(3_273_58L);
    }

    @Test
    void the_printed_rbi_table_rounds_each_cell_from_full_precision() {
        List<Row> rows = PrintedIllustration.of(RBI_PRINCIPAL, RBI_RATE, RBI_MONTHS);

        assertThat(rows).hasSize(RBI_MONTHS);
        assertThat(rows).extracting(Row::emiRupees).containsOnly(970L);
        assertThat(rows.get(0)).isEqualTo(new Row(1, 20_000, 720, 250, 970));
        assertPrinted(rows, 2, 729, 241);
        assertPrinted(rows, 12, 825, 145);
        assertPrinted(rows, 24, 958, 12);
    }

    @Test
    void the_rbi_example_costs_3274_of_interest_and_23274_in_all_as_printed() {
        BigDecimal paid = Emi.exact(RBI_PRINCIPAL, RBI_RATE, RBI_MONTHS).multiply(BigDecimal.valueOf(RBI_MONTHS));

        assertThat(Rounding.toPrintedRupees(paid.subtract(BigDecimal.valueOf(RBI_PRINCIPAL))))
                .isEqualTo(3_274);
        assertThat(Rounding.toPrintedRupees(paid)).isEqualTo(23_274);
    }

    @Test
    void the_rbi_example_has_an_apr_of_17_07() {
        BigDecimal emi = Emi.exact(RBI_PRINCIPAL, RBI_RATE, RBI_MONTHS);

        assertThat(Rounding.toPercent(Apr.percent(RBI_NET, emi, RBI_MONTHS))).isEqualTo("17.07");
    }

    @Test
    void the_rbi_example_priced_with_its_two_fees_gives_the_same_net_amount_and_apr() {
        List<Fee> fees = List.of(
                new Fee("OWN", "own", Fee.Recipient.PLATFORM, 240_00, BigDecimal.ZERO, BigDecimal.ZERO),
                new Fee("THIRD", "third party", Fee.Recipient.THIRD_PARTY, 160_00, BigDecimal.ZERO, BigDecimal.ZERO));

        LoanPrice price = LoanPrice.of(RBI_PRINCIPAL, RBI_MONTHS, RBI_RATE, fees, START);

        assertThat(price.netDisbursedPaise()).isEqualTo(RBI_NET);
        assertThat(price.aprPercent()).isEqualTo("17.07");
        assertThat(price.emiPaise()).isEqualTo(969_73);
        assertThat(price.totalPayablePaise()).isEqualTo(23_273_58);
    }

    /** The two well-known mistakes give these figures, so the tests above can tell them from the right one. */
    @Test
    void compounding_would_give_18_47_and_a_rounded_emi_17_10() {
        BigDecimal emi = Emi.exact(RBI_PRINCIPAL, RBI_RATE, RBI_MONTHS);
        BigDecimal monthly = InternalRate.ofAnnuity(BigDecimal.valueOf(RBI_NET), emi, RBI_MONTHS);
        BigDecimal compounded =
                BigDecimal.ONE.add(monthly).pow(12, MathContext.DECIMAL128).subtract(BigDecimal.ONE);

        assertThat(Rounding.toPercent(compounded.movePointRight(2))).isEqualTo("18.47");
        assertThat(Rounding.toPercent(Apr.percent(RBI_NET, BigDecimal.valueOf(970_00), RBI_MONTHS)))
                .isEqualTo("17.10");
    }

    @Test
    void fineract_four_months_at_24_percent() {
        LedgerSchedule schedule = LedgerSchedule.of(12_000_00, AnnualRate.ofPercent("24"), 4, START);

        assertThat(schedule.instalments().get(0).emiPaise()).isEqualTo(3_151_49);
        assertThat(interests(schedule)).containsExactly(240_00L, 181_77L, 122_38L, 61_79L);
        assertThat(principals(schedule)).containsExactly(2_911_49L, 2_969_72L, 3_029_11L, 3_089_68L);
    }

    @Test
    void fineract_progressive_loan_at_9_4822_percent() {
        LedgerSchedule schedule = LedgerSchedule.of(100_00, AnnualRate.ofPercent("9.4822"), 6, START);

        assertThat(schedule.instalments()).extracting(Instalment::emiPaise).containsOnly(17_13L);
        assertThat(interests(schedule)).containsExactly(79L, 66L, 53L, 40L, 27L, 13L);
        assertThat(schedule.instalments())
                .extracting(Instalment::balancePaise)
                .containsExactly(83_66L, 67_19L, 50_59L, 33_86L, 17_00L, 0L);
    }

    @Test
    void fineract_six_months_at_7_percent_end_with_a_smaller_instalment() {
        LedgerSchedule schedule = LedgerSchedule.of(100_00, AnnualRate.ofPercent("7"), 6, START);

        assertThat(schedule.instalments())
                .extracting(Instalment::emiPaise)
                .containsExactly(17_01L, 17_01L, 17_01L, 17_01L, 17_01L, 17_00L);
        assertThat(schedule.totalInterestPaise()).isEqualTo(2_05);
    }

    @Test
    void fineract_zero_rate_is_four_equal_parts() {
        LedgerSchedule schedule = LedgerSchedule.of(1_000_00, AnnualRate.ofPercent("0"), 4, START);

        assertThat(schedule.instalments())
                .extracting(Instalment::emiPaise)
                .containsExactly(250_00L, 250_00L, 250_00L, 250_00L);
        assertThat(schedule.totalInterestPaise()).isZero();
    }

    private static void assertPrinted(List<Row> rows, int number, long principal, long interest) {
        Row row = rows.get(number - 1);
        assertThat(row.number()).isEqualTo(number);
        assertThat(row.principalRupees()).as("principal of row %s", number).isEqualTo(principal);
        assertThat(row.interestRupees()).as("interest of row %s", number).isEqualTo(interest);
    }

    private static List<Long> interests(LedgerSchedule schedule) {
        return schedule.instalments().stream().map(Instalment::interestPaise).toList();
    }

    private static List<Long> principals(LedgerSchedule schedule) {
        return schedule.instalments().stream().map(Instalment::principalPaise).toList();
    }
}
