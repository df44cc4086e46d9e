package com.byajbook.loanengine.pricing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What holds for every loan: many random ones, each named by its seed when it fails. */
class PricingInvariantsTest {

    private static final int LOANS = 1_500;
    private static final long FIRST_SEED = 20_261_122L;
    private static final LocalDate START = LocalDate.of(2026, 11, 22);

    @Test
    void a_schedule_repays_exactly_the_principal_and_never_a_negative_part() {
        forEachLoan(loan -> {
            List<Instalment> rows = loan.schedule().instalments();

            assertThat(rows).as(loan.name()).hasSize(loan.months());
            assertThat(rows.stream().mapToLong(Instalment::principalPaise).sum())
                    .as("repaid of %s", loan.name())
                    .isEqualTo(loan.principal());
            assertThat(rows.get(rows.size() - 1).balancePaise())
                    .as("closing of %s", loan.name())
                    .isZero();
            assertThat(rows).as(loan.name()).allMatch(row -> row.principalPaise() >= 0 && row.interestPaise() >= 0);
        });
    }

    @Test
    void each_row_follows_from_the_row_before() {
        forEachLoan(loan -> {
            long balance = loan.principal();
            for (Instalment row : loan.schedule().instalments()) {
                assertThat(row.emiPaise()).as(loan.name()).isEqualTo(row.principalPaise() + row.interestPaise());
                assertThat(row.balancePaise()).as(loan.name()).isEqualTo(balance - row.principalPaise());
                balance = row.balancePaise();
            }
        });
    }

    @Test
    void the_last_instalment_absorbs_no_more_than_the_roundings_of_the_others() {
        forEachLoan(loan -> {
            long regular = Rounding.toPaise(Emi.exact(loan.principal(), loan.rate(), loan.months()));
            long last = loan.schedule().instalments().get(loan.months() - 1).emiPaise();

            // Half a paisa a month, and the interest that it bears until the end.
            double growth = Math.pow(1 + loan.rate().monthly().doubleValue(), loan.months());
            assertThat(Math.abs(last - regular))
                    .as(loan.name())
                    .isLessThanOrEqualTo((long) (loan.months() * growth) + 1);
        });
    }

    @Test
    void the_instalments_at_the_apr_are_worth_what_was_paid_out() {
        forEachLoan(loan -> {
            BigDecimal emi = Emi.exact(loan.principal(), loan.rate(), loan.months());
            BigDecimal apr = Apr.percent(loan.net(), emi, loan.months());

            assertThat(worth(emi, apr, loan.months()).doubleValue())
                    .as("worth of %s at %s %%", loan.name(), apr)
                    .isCloseTo(loan.net(), within(1e-3));
        });
    }

    @Test
    void the_apr_is_the_rate_without_fees_and_more_with_them() {
        forEachLoan(loan -> {
            BigDecimal emi = Emi.exact(loan.principal(), loan.rate(), loan.months());

            assertThat(Apr.percent(loan.principal(), emi, loan.months()))
                    .as(loan.name())
                    .isCloseTo(loan.rate().percent(), within(new BigDecimal("1E-12")));
            assertThat(Apr.percent(loan.net(), emi, loan.months()))
                    .as(loan.name())
                    .isGreaterThanOrEqualTo(loan.rate().percent().subtract(new BigDecimal("1E-12")));
        });
    }

    /** Summed up month by month, so that the closed formula is not checked against itself. */
    private static BigDecimal worth(BigDecimal emi, BigDecimal aprPercent, int months) {
        BigDecimal factor = BigDecimal.ONE.add(aprPercent.divide(BigDecimal.valueOf(1_200), MathContext.DECIMAL128));
        BigDecimal worth = BigDecimal.ZERO;
        for (int month = months; month >= 1; month--) {
            worth = worth.add(emi).divide(factor, MathContext.DECIMAL128);
        }
        return worth;
    }

    private static void forEachLoan(Consumer<Loan> property) {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + LOANS; seed++) {
            property.accept(Loan.of(seed));
        }
    }

    private record Loan(long seed, long principal, AnnualRate rate, int months, long net) {

        /** Small, common and huge principals alike; one rate in ten is zero; fees of up to a fifth. */
        static Loan of(long seed) {
            Random random = new Random(seed);
            long principal = 1 + (long) Math.pow(10, random.nextDouble() * 11);
            BigDecimal percent = BigDecimal.valueOf(random.nextInt(10) == 0 ? 0 : random.nextInt(600_000), 4);
            long fees = (long) (principal * random.nextDouble() / 5);
            return new Loan(seed, principal, new AnnualRate(percent), 1 + random.nextInt(36), principal - fees);
        }

        LedgerSchedule schedule() {
            return LedgerSchedule.of(principal, rate, months, START);
        }

        String name() {
            return "seed " + seed + ": " + principal + " paise at " + rate.percent() + " % over " + months + " months";
        }
    }
}
