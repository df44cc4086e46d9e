package com.byajbook.platform.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaiseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | ₹0.00",
                "5 | ₹0.05",
                "100 | ₹1.00",
                "99999 | ₹999.99",
                "100000 | ₹1,000.00",
                "12345678 | ₹1,23,456.78",
                "1000000000 | ₹1,00,00,000.00",
                "-12345678 | -₹1,23,456.78",
                "9223372036854775807 | ₹92,23,37,20,36,85,47,758.07",
                "-7 | -₹0.07"
            })
    void groups_rupees_the_indian_way(long paise, String text) {
        assertThat(Paise.format(paise)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"123456, 1234.56", "5, 0.05", "-105, -1.05"})
    void writes_plain_rupees_for_upi(long paise, String text) {
        assertThat(Paise.plain(paise)).isEqualTo(text);
    }
}
