package com.byajbook.loanengine.pricing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.byajbook.loanengine.pricing.domain.Fee.Charge;
import com.byajbook.loanengine.pricing.domain.Fee.Recipient;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class PricesTest {

    @Test
    void a_fee_is_its_flat_part_and_its_share_of_the_amount_with_the_tax_apart() {
        Fee fee = new Fee("F", "fee", Recipient.PLATFORM, 50_00, new BigDecimal("1.5"), new BigDecimal("18"));

        Charge charge = fee.on(10_000_00);

        assertThat(charge.feePaise()).isEqualTo(200_00);
        assertThat(charge.gstPaise()).isEqualTo(36_00);
        assertThat(charge.totalPaise()).isEqualTo(236_00);
    }

    @Test
    void half_a_paisa_of_tax_goes_to_the_even_neighbour() {
        Fee fee = new Fee("F", "fee", Recipient.PLATFORM, 25, BigDecimal.ZERO, new BigDecimal("18"));

        assertThat(fee.on(1).gstPaise()).as("18 %% of 25 paise is 4.5").isEqualTo(4);
    }

    @Test
    void a_score_gets_the_best_band_that_it_reaches() {
        RateCard card = card();

        assertThat(card.forScore(900).name()).isEqualTo("A");
        assertThat(card.forScore(800).name()).isEqualTo("A");
        assertThat(card.forScore(799).name()).isEqualTo("B");
        assertThat(card.forScore(650).name()).isEqualTo("C");
    }

    @Test
    void a_score_below_every_band_is_priced_like_the_lowest() {
        assertThat(card().forScore(300).name()).isEqualTo("C");
    }

    @Test
    void an_indicative_band_that_is_not_on_the_card_is_refused() {
        assertThatThrownBy(() -> new RateCard(List.of(band("A", 800)), "Z"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Z");
    }

    @Test
    void a_product_whose_fees_eat_its_smallest_loan_is_refused() {
        Fee fee = new Fee("F", "fee", Recipient.PLATFORM, 1_000_00, BigDecimal.ZERO, BigDecimal.ZERO);

        assertThatThrownBy(() -> Products.with(List.of(fee)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leave nothing");
    }

    @Test
    void a_rate_is_shown_with_at_least_two_decimals_and_none_lost() {
        assertThat(AnnualRate.ofPercent("15").shown().toPlainString()).isEqualTo("15.00");
        assertThat(AnnualRate.ofPercent("19.50").shown().toPlainString()).isEqualTo("19.50");
        assertThat(AnnualRate.ofPercent("9.4822").shown().toPlainString()).isEqualTo("9.4822");
        assertThat(AnnualRate.ofPercent("0").shown().toPlainString()).isEqualTo("0.00");
    }

    @Test
    void an_instalment_that_fits_no_long_saturates() {
        assertThat(LoanPrice.emiPaise(Long.MAX_VALUE, 1, AnnualRate.ofPercent("24")))
                .isEqualTo(Long.MAX_VALUE);
        assertThat(LoanPrice.emiPaise(1_000_00, Integer.MAX_VALUE, AnnualRate.ofPercent("24")))
                .as("interest for ever")
                .isEqualTo(20_00);
    }

    private static RateCard card() {
        return new RateCard(List.of(band("C", 650), band("A", 800), band("B", 700)), "B");
    }

    private static RateBand band(String name, int minScore) {
        return new RateBand(name, minScore, AnnualRate.ofPercent("15"));
    }
}
