package com.byajbook.loanengine.pricing.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.byajbook.loanengine.pricing.domain.Products;
import com.byajbook.loanengine.pricing.usecase.PriceOffer.PricedOffer;
import com.byajbook.loanengine.pricing.usecase.QuoteOutcome.AmountOutsideLimits;
import com.byajbook.loanengine.pricing.usecase.QuoteOutcome.Quoted;
import com.byajbook.loanengine.pricing.usecase.QuoteOutcome.TenureOutsideLimits;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PricingTest {

    /** Half past midnight in India, still the day before in London. */
    private static final Instant NOW = Instant.parse("2026-11-21T19:00:00Z");

    private final QuoteLoan quotes = new QuoteLoan(Products.ordinary(), Clock.fixed(NOW, ZoneOffset.UTC));
    private final PriceOffer offers = new PriceOffer(Products.ordinary());

    @Test
    void quotes_the_indicative_band() {
        Quote quote = ((Quoted) quotes.quote(50_000_00, 12)).quote();

        assertThat(quote.annualRatePct()).isEqualTo("15.00");
        assertThat(quote.totalFeesPaise()).isEqualTo(944_00);
        assertThat(quote.netDisbursedPaise()).isEqualTo(50_000_00 - 944_00);
        assertThat(quote.totalPayablePaise()).isEqualTo(50_000_00 + quote.totalInterestPaise());
        assertThat(quote.schedule()).hasSize(12);
        assertThat(quote.schedule().stream()
                        .mapToLong(ScheduledInstalment::emiPaise)
                        .sum())
                .isEqualTo(quote.totalPayablePaise());
    }

    @Test
    void counts_due_dates_from_the_day_it_is_in_india() {
        Quote quote = ((Quoted) quotes.quote(50_000_00, 12)).quote();

        assertThat(quote.schedule().get(0).dueDate()).isEqualTo(LocalDate.of(2026, 12, 22));
    }

    @Test
    void both_ends_of_the_limits_are_quoted_and_one_beyond_is_not() {
        assertThat(quotes.quote(1_000_00, 3)).isInstanceOf(Quoted.class);
        assertThat(quotes.quote(10_00_000_00, 36)).isInstanceOf(Quoted.class);
        assertThat(quotes.quote(1_000_00 - 1, 12)).isEqualTo(new AmountOutsideLimits(1_000_00, 10_00_000_00));
        assertThat(quotes.quote(10_00_000_00 + 1, 12)).isInstanceOf(AmountOutsideLimits.class);
        assertThat(quotes.quote(50_000_00, 2)).isEqualTo(new TenureOutsideLimits(3, 36));
        assertThat(quotes.quote(50_000_00, 37)).isInstanceOf(TenureOutsideLimits.class);
    }

    @Test
    void an_offer_follows_the_borrowers_own_score() {
        PricedOffer good = offers.price(UUID.randomUUID(), 50_000_00, 12, 760, NOW);
        PricedOffer fair = offers.price(UUID.randomUUID(), 50_000_00, 12, 700, NOW);

        assertThat(good.band()).isEqualTo("GOOD");
        assertThat(fair.band()).isEqualTo("FAIR");
        assertThat(fair.annualRatePercent()).isEqualTo("24.00");
        assertThat(fair.emiPaise()).isGreaterThan(good.emiPaise());
    }

    @Test
    void an_offer_in_the_indicative_band_costs_what_was_quoted() {
        Quote quote = ((Quoted) quotes.quote(50_000_00, 12)).quote();

        PricedOffer offer = offers.price(UUID.randomUUID(), 50_000_00, 12, 760, NOW);

        assertThat(offer.aprPercent().toPlainString()).isEqualTo(quote.aprPct());
        assertThat(offer.emiPaise()).isEqualTo(quote.emiPaise()).isEqualTo(offers.instalmentPaise(50_000_00, 12, 760));
        assertThat(offer.totalPayablePaise()).isEqualTo(quote.totalPayablePaise());
        assertThat(offer.feesPaise()).isEqualTo(quote.totalFeesPaise());
    }

    @Test
    void the_schedule_of_a_settled_loan_is_the_one_that_was_quoted() {
        Quote quote = ((Quoted) quotes.quote(50_000_00, 12)).quote();
        PricedOffer offer = offers.price(UUID.randomUUID(), 50_000_00, 12, 760, NOW);

        List<ScheduledInstalment> later =
                new ListInstalments().list(50_000_00, offer.annualRatePercent(), 12, offer.scheduleStart());

        assertThat(later).isEqualTo(quote.schedule());
    }

    @Test
    void nothing_outside_the_limits_is_ever_priced_as_an_offer() {
        assertThatThrownBy(() -> offers.price(UUID.randomUUID(), 1_000_00 - 1, 12, 760, NOW))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> offers.price(UUID.randomUUID(), 50_000_00, 37, 760, NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
