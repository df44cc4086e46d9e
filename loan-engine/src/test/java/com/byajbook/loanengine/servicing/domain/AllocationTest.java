package com.byajbook.loanengine.servicing.domain;

import static com.byajbook.loanengine.servicing.domain.Component.FEE;
import static com.byajbook.loanengine.servicing.domain.Component.INTEREST;
import static com.byajbook.loanengine.servicing.domain.Component.PENALTY;
import static com.byajbook.loanengine.servicing.domain.Component.PRINCIPAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.byajbook.loanengine.servicing.domain.Allocation.Line;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllocationTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 5);
    private static final Due OVERDUE = new Due(1, MARCH.minusMonths(1), 50, 20, 300, 1_000);
    private static final Due CURRENT = new Due(2, MARCH, 0, 0, 200, 1_100);
    private static final Due LATER = new Due(3, MARCH.plusMonths(1), 0, 0, 100, 1_200);
    private static final List<Due> DUES = List.of(LATER, CURRENT, OVERDUE);

    @Test
    void pays_penalty_fee_and_interest_of_each_and_then_principal_from_the_oldest_on() {
        Allocation allocation = Allocation.of(1_700, DUES, AllocationOrder.USUAL, MARCH);

        assertThat(allocation.lines())
                .containsExactly(
                        new Line(1, PENALTY, 50),
                        new Line(1, FEE, 20),
                        new Line(1, INTEREST, 300),
                        new Line(2, INTEREST, 200),
                        new Line(1, PRINCIPAL, 1_000),
                        new Line(2, PRINCIPAL, 130));
        assertThat(allocation.excessPaise()).isZero();
    }

    @Test
    void a_part_payment_stops_where_it_ends() {
        assertThat(Allocation.of(60, DUES, AllocationOrder.USUAL, MARCH).lines())
                .containsExactly(new Line(1, PENALTY, 50), new Line(1, FEE, 10));
    }

    @Test
    void what_is_more_than_due_is_excess_and_pays_nothing_of_a_later_instalment() {
        Allocation allocation = Allocation.of(3_000, DUES, AllocationOrder.USUAL, MARCH);

        assertThat(allocation.excessPaise()).isEqualTo(3_000 - OVERDUE.totalPaise() - CURRENT.totalPaise());
        assertThat(allocation.lines()).noneMatch(line -> line.number() == 3);
    }

    @Test
    void the_order_is_the_product_s() {
        AllocationOrder principalFirst =
                new AllocationOrder(List.of(List.of(PRINCIPAL, INTEREST), List.of(FEE, PENALTY)));

        assertThat(Allocation.of(1_350, DUES, principalFirst, MARCH).lines())
                .containsExactly(new Line(1, PRINCIPAL, 1_000), new Line(1, INTEREST, 300), new Line(2, PRINCIPAL, 50));
    }

    @Test
    void an_order_is_kept_as_text() {
        assertThat(AllocationOrder.parse("PENALTY FEE INTEREST, PRINCIPAL")).isEqualTo(AllocationOrder.USUAL);
        assertThat(AllocationOrder.parse(AllocationOrder.USUAL.text())).isEqualTo(AllocationOrder.USUAL);
        assertThatThrownBy(() -> AllocationOrder.parse("PENALTY FEE INTEREST")).hasMessageContaining("once");
    }

    @Test
    void an_order_names_each_component_once() {
        assertThatThrownBy(() -> new AllocationOrder(List.of(List.of(PRINCIPAL))))
                .hasMessageContaining("once");
        assertThatThrownBy(() ->
                        new AllocationOrder(List.of(List.of(PRINCIPAL, FEE, PENALTY, INTEREST), List.of(PRINCIPAL))))
                .hasMessageContaining("once");
    }

    /** Invariant 7: a repayment is the sum of its parts and the excess, and no part is more than was owed. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_repayment_is_the_sum_of_its_parts_and_no_part_is_more_than_was_owed(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            List<Due> dues = IntStream.rangeClosed(1, 1 + random.nextInt(6))
                    .mapToObj(number -> due(random, number))
                    .toList();
            long repayment = 1L + random.nextInt(4_000);

            Allocation allocation = Allocation.of(repayment, dues, AllocationOrder.USUAL, MARCH);

            long paid = allocation.lines().stream().mapToLong(Line::paise).sum();
            assertThat(paid + allocation.excessPaise()).isEqualTo(repayment);
            assertThat(allocation.lines())
                    .allSatisfy(line -> assertThat(line.paise())
                            .isPositive()
                            .isLessThanOrEqualTo(dues.get(line.number() - 1).of(line.component())));
            assertThat(allocation.of(PENALTY) + allocation.of(FEE) + allocation.of(INTEREST) + allocation.of(PRINCIPAL))
                    .isEqualTo(paid);
        }
    }

    private static Due due(Random random, int number) {
        return new Due(
                number,
                MARCH.plusMonths(number - 4L),
                random.nextInt(50),
                random.nextInt(50),
                random.nextInt(300),
                random.nextInt(1_000));
    }
}
