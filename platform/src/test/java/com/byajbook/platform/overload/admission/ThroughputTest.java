package com.byajbook.platform.overload.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What is known of how much can be done, at a gate whose width would allow 4,000 a second. */
class ThroughputTest {

    private static final double BY_WIDTH = 4_000;
    private static final long SLICE = Calendar.SLICE_NANOS;

    private final Throughput throughput = new Throughput(Throughput.fresh(0));
    private long slice;

    @Test
    void is_what_the_width_allows_until_somebody_is_refused() {
        slices(20, 50, 0);

        assertThat(perSecond()).isEqualTo(BY_WIDTH);
    }

    @Test
    void is_what_was_finished_lately_at_the_first_refusals() {
        slices(20, 50, 0);
        throughput.refused(slice * SLICE);

        assertThat(perSecond()).isEqualTo(100);
    }

    @Test
    void is_learnt_within_a_few_slices_of_a_spike() {
        slices(20, 50, 0);
        slices(8, 150, 1_500);

        assertThat(perSecond()).isCloseTo(300, within(25.0));
    }

    @Test
    void follows_one_that_became_slower() {
        slices(10, 150, 1_500);
        slices(20, 30, 300);

        assertThat(perSecond()).isCloseTo(60, within(5.0));
    }

    @Test
    void is_hardly_moved_by_one_refusal_on_a_quiet_day() {
        slices(10, 150, 1_500);
        slices(1, 20, 1);

        assertThat(perSecond()).isGreaterThan(290);
    }

    @Test
    void is_not_moved_by_a_quiet_day() {
        slices(10, 150, 1_500);
        slices(200, 20, 0);

        assertThat(perSecond()).isCloseTo(300, within(1.0));
    }

    @Test
    void is_not_moved_by_a_stall() {
        slices(10, 150, 1_500);
        slices(20, 0, 1_500);

        assertThat(perSecond()).isCloseTo(300, within(1.0));
    }

    @Test
    void is_raised_while_it_is_nearly_used_up_and_nobody_is_refused() {
        slices(10, 30, 300);
        slices(10, 60, 0);

        assertThat(perSecond()).isGreaterThan(120);
    }

    @Test
    void is_never_more_than_the_width_allows() {
        slices(10, 150, 1_500);

        assertThat(throughput.perSecond(slice * SLICE, 40)).isEqualTo(40);
    }

    @Test
    void is_the_same_for_one_that_goes_on_from_a_state() {
        slices(10, 150, 1_500);
        slices(3, 70, 30);
        Throughput other = new Throughput(throughput.state());

        assertThat(other.perSecond(slice * SLICE, BY_WIDTH)).isEqualTo(perSecond());
        assertThat(other.state()).isEqualTo(throughput.state());
    }

    private void slices(int count, int done, int refused) {
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < done; j++) {
                throughput.done(slice * SLICE);
            }
            for (int j = 0; j < refused; j++) {
                throughput.refused(slice * SLICE);
            }
            slice++;
        }
    }

    private double perSecond() {
        return throughput.perSecond(slice * SLICE, BY_WIDTH);
    }
}
