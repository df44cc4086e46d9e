package com.byajbook.loanengine.pricing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class InternalRateTest {

    @Test
    void payments_that_only_give_the_sum_back_have_a_rate_of_zero() {
        assertThat(rate("1000", "250", 4)).isEqualByComparingTo("0");
    }

    @Test
    void payments_below_the_sum_have_a_rate_of_zero_and_never_a_negative_one() {
        assertThat(rate("1000", "200", 4)).isEqualByComparingTo("0");
    }

    @Test
    void one_payment_is_solved_exactly() {
        assertThat(rate("100", "110", 1).doubleValue()).isEqualTo(0.1);
    }

    @Test
    void finds_a_rate_of_some_hundred_percent_a_month() {
        assertThat(rate("100", "450", 1).doubleValue()).isEqualTo(3.5);
    }

    @Test
    void refuses_figures_that_no_rate_explains_instead_of_searching_for_ever() {
        assertThatThrownBy(() -> rate("1", "1000000", 36))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no rate up to 10");
    }

    @Test
    void an_apr_needs_something_to_be_paid_out() {
        assertThatThrownBy(() -> Apr.percent(0, BigDecimal.TEN, 12))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leave nothing");
    }

    private static BigDecimal rate(String sum, String payment, int months) {
        return InternalRate.ofAnnuity(new BigDecimal(sum), new BigDecimal(payment), months);
    }
}
