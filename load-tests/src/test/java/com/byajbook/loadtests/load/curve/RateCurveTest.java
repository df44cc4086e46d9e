package com.byajbook.loadtests.load.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.byajbook.loadtests.load.curve.RateCurve.Step;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RateCurveTest {
    private static final long MILLI = 1_000_000L;

    @Test
    void spreads_the_arrivals_of_a_second_evenly_over_it() {
        RateCurve curve = RateCurve.of(Shape.steady(), 4, 2, 0);

        assertThat(IntStream.range(0, 8).mapToLong(curve::intendedNanos))
                .containsExactly(
                        0L,
                        250 * MILLI,
                        500 * MILLI,
                        750 * MILLI,
                        1_000 * MILLI,
                        1_250 * MILLI,
                        1_500 * MILLI,
                        1_750 * MILLI);
    }

    @Test
    void counts_every_arrival_of_a_shape_that_rises_and_falls() {
        RateCurve curve = RateCurve.of(Shape.shipped("diwali"), 50, 60, 10);

        long counted =
                IntStream.range(0, curve.seconds()).mapToLong(curve::arrivals).sum();
        assertThat(counted).isEqualTo(curve.total());
        assertThat(curve.arrivals(0)).isEqualTo(50);
        assertThat(IntStream.range(0, curve.seconds()).map(curve::arrivals).max())
                .hasValue(500);
        assertThat(curve.arrivals(curve.seconds() - 1)).isEqualTo(50);
        assertThat(curve.measured()).isEqualTo(curve.total() - 500);
    }

    @Test
    void never_lets_an_arrival_come_before_the_one_in_front_of_it_or_outside_of_its_second() {
        RateCurve curve = RateCurve.of(Shape.shipped("diwali"), 37, 45, 5);

        long before = 0;
        for (long k = 0; k < curve.total(); k++) {
            long intended = curve.intendedNanos(k);
            assertThat(intended).isGreaterThanOrEqualTo(before);
            assertThat(intended / 1_000_000_000L).isEqualTo(curve.secondOf(k));
            before = intended;
        }
    }

    @Test
    void passes_over_seconds_in_which_nobody_comes() {
        RateCurve curve = RateCurve.of(Shape.parse("0,0\n2,0\n2,1\n4,1", "test"), 3, 4, 0);

        assertThat(curve.arrivals(0)).isZero();
        assertThat(curve.secondOf(0)).isEqualTo(2);
        assertThat(curve.intendedNanos(0)).isEqualTo(2_000 * MILLI);
        assertThat(curve.steps()).containsExactly(new Step(0, 2), new Step(3, 2));
    }

    @Test
    void warms_up_at_the_load_with_which_the_shape_begins() {
        RateCurve curve = RateCurve.of(Shape.parse("0,2\n1,4", "test"), 10, 10, 3);

        assertThat(IntStream.range(0, 3).map(curve::arrivals)).containsOnly(20);
        assertThat(curve.warmUp()).isEqualTo(3);
    }

    @Test
    void refuses_a_curve_on_which_nobody_would_come_or_more_than_one_machine_can_send() {
        assertThatThrownBy(() -> RateCurve.of(Shape.steady(), 0.1, 10, 0)).hasMessageContaining("Nobody would arrive");
        assertThatThrownBy(() -> RateCurve.of(Shape.steady(), 30_000, 10, 0)).hasMessageContaining("At most 20000");
        assertThatThrownBy(() -> RateCurve.of(Shape.steady(), 10, 0, 0)).hasMessageContaining("1 to 86,400");
    }
}
