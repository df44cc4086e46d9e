package com.byajbook.loanengine.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ProductPropertiesTest {

    private final ApplicationContextRunner start = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(Configuration.class);

    @Test
    void the_product_that_is_shipped_makes_sense() {
        start.run(context -> {
            ProductProperties product = context.getBean(ProductProperties.class);
            assertThat(product.maxTenureMonths()).isEqualTo(36);
            assertThat(product.underwriting().borrowerCapPaise()).isEqualTo(10_00_000_00);
            assertThat(product.disclosure().coolingOffDays()).isEqualTo(3);
            assertThat(product.fees()).hasSize(2);
            assertThat(product.bands()).hasSize(4);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-tenure-months=37 | must be less than or equal to 36",
                "min-amount-paise=0 | must be greater than 0",
                "underwriting.borrower-cap-paise=100000001 | must be less than or equal to 100000000",
                "underwriting.borrower-cap-paise=99999999 | the largest loan exceeds what one borrower may owe",
                "underwriting.cut-off-score=649 | the lowest band begins above the cut-off score",
                "underwriting.affordability-percent=0 | must be greater than or equal to 1",
                "disclosure.valid-days=2 | must be greater than or equal to 3",
                "version= | must not be blank"
            })
    void a_product_that_makes_none_stops_the_start(String setting, String complaint) {
        start.withPropertyValues("byajbook.product." + setting).run(context -> {
            assertThat(context).getFailure().rootCause().hasMessageContaining(complaint);
        });
    }

    @EnableConfigurationProperties(ProductProperties.class)
    static class Configuration {}
}
