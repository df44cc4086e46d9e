package com.byajbook.loanengine.servicing.domain;

import static com.byajbook.loanengine.servicing.domain.ArrearsClass.NPA;
import static com.byajbook.loanengine.servicing.domain.ArrearsClass.REGULAR;
import static com.byajbook.loanengine.servicing.domain.ArrearsClass.SMA_0;
import static com.byajbook.loanengine.servicing.domain.ArrearsClass.SMA_1;
import static com.byajbook.loanengine.servicing.domain.ArrearsClass.SMA_2;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrearsClassTest {

    private static final LocalDate DUE = LocalDate.of(2021, 3, 31);

    /** The example of the regulator's clarification: due on 31 March 2021. */
    @ParameterizedTest
    @CsvSource({
        "2021-03-30, REGULAR",
        "2021-03-31, SMA_0",
        "2021-04-29, SMA_0",
        "2021-04-30, SMA_1",
        "2021-05-29, SMA_1",
        "2021-05-30, SMA_2",
        "2021-06-28, SMA_2",
        "2021-06-29, NPA",
        "2023-06-29, NPA"
    })
    void follows_the_calendar(LocalDate day, ArrearsClass expected) {
        assertThat(REGULAR.atEndOf(day, DUE)).isEqualTo(expected);
    }

    @Test
    void is_regular_again_only_when_all_arrears_are_paid() {
        LocalDate day = DUE.plusDays(95);
        LocalDate younger = DUE.plusMonths(2);

        assertThat(NPA.atEndOf(day, younger))
                .as("the oldest was paid, a younger one was not")
                .isEqualTo(NPA);
        assertThat(SMA_2.atEndOf(day, younger)).isEqualTo(SMA_2);
        assertThat(NPA.atEndOf(day, null)).isEqualTo(REGULAR);
        assertThat(SMA_1.atEndOf(day, day.plusDays(1)))
                .as("what is not due yet is no arrear")
                .isEqualTo(REGULAR);
    }

    @Test
    void rises_from_where_it_is() {
        assertThat(SMA_0.atEndOf(DUE.plusDays(30), DUE)).isEqualTo(SMA_1);
        assertThat(SMA_1.atEndOf(DUE.plusDays(31), DUE)).isEqualTo(SMA_1);
        assertThat(SMA_1.atEndOf(DUE.plusDays(90), DUE)).isEqualTo(NPA);
    }
}
