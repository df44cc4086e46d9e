package com.byajbook.loadtests.load.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.loadtests.load.record.Figures.Moment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RecoveryTest {

    @Test
    void is_at_once_when_the_first_second_is_well_already() {
        assertThat(Recovery.seconds(series(100, 20, 20, 100, 100), 3)).hasValue(0);
    }

    @Test
    void counts_from_the_end_of_the_trouble_to_the_first_second_that_stays_well() {
        assertThat(Recovery.seconds(series(100, 0, 0, 50, 94, 95, 100), 3)).hasValue(2);
    }

    @Test
    void begins_anew_when_it_gets_bad_again() {
        assertThat(Recovery.seconds(series(100, 0, 100, 100, 80, 100), 2)).hasValue(3);
    }

    @Test
    void never_comes_when_the_run_ends_badly() {
        assertThat(Recovery.seconds(series(100, 0, 100, 100, 94), 2)).isEmpty();
    }

    private static List<Moment> series(int... good) {
        List<Moment> series = new ArrayList<>();
        for (int second = 0; second < good.length; second++) {
            series.add(new Moment(second, 1, 100, good[second], good[second], 0, 0, 0, 0, 0));
        }
        return series;
    }
}
