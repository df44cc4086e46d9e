package com.byajbook.loadtests.load.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShapeTest {

    @Test
    void draws_straight_lines_between_its_points_whatever_their_unit_of_time() {
        Shape shape = Shape.parse("# a spike\nat,relative\n100, 1\n150, 3\n\n200, 1\n", "test");

        assertThat(shape.relativeAt(0)).isEqualTo(1);
        assertThat(shape.relativeAt(0.25)).isCloseTo(2, within(1e-9));
        assertThat(shape.relativeAt(0.5)).isCloseTo(3, within(1e-9));
        assertThat(shape.relativeAt(1)).isEqualTo(1);
        assertThat(shape.peak()).isEqualTo(3);
    }

    @Test
    void jumps_where_two_points_share_a_time() {
        Shape shape = Shape.parse("0,1\n5,1\n5,4\n10,4", "test");

        assertThat(shape.relativeAt(0.49)).isEqualTo(1);
        assertThat(shape.relativeAt(0.5)).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0,1",
                "0,1\n0,2",
                "0,1\n10,-1",
                "0,1\n10,NaN",
                "0,1\n10,x",
                "0,1\n10",
                "0,1\n20,1\n10,1",
                "0,1\n10,1001"
            })
    void refuses_what_is_no_shape_and_says_where(String csv) {
        assertThatThrownBy(() -> Shape.parse(csv, "my.csv"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("my.csv");
    }
}
