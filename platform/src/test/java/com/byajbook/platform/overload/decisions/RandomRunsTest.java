package com.byajbook.platform.overload.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.platform.overload.admission.RandomCrowd;
import com.byajbook.platform.overload.admission.Reason;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the record says is enough to decide it all again, from wherever it begins. */
class RandomRunsTest {

    private static final InstantSource DIWALI = InstantSource.fixed(Instant.parse("2026-11-08T18:30:00Z"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void decides_the_same_again_from_every_moment_of_a_random_run(long seed) {
        DecisionRecorder recorder = new DecisionRecorder("intake", 1024, DIWALI);
        RandomCrowd crowd = new RandomCrowd(seed, recorder);
        int begun = 0;
        for (int step = 1; step <= 20_000; step++) {
            crowd.step();
            if (step % 100 == 0) {
                DecisionLog log = DecisionLog.read(recorder.copy().encode());
                Fidelity fidelity = Replay.verify(log);
                assertThat(fidelity.firstDifference()).isEmpty();
                assertThat(fidelity.decisions()).isPositive().isEqualTo(fidelity.identical());
                begun += log.segments().size() == 2 ? 1 : 0;
            }
        }
        assertThat(begun).as("logs that go over the turn of a segment").isGreaterThan(150);
        assertThat(crowd.reasons()).containsExactlyInAnyOrder(Reason.values());
    }

    @Test
    void keeps_within_two_segments_and_a_state_each() {
        DecisionRecorder recorder = new DecisionRecorder("intake", 2048, DIWALI);
        RandomCrowd crowd = new RandomCrowd(7, recorder);
        int longest = 0;
        for (int step = 0; step < 20_000; step++) {
            crowd.step();
            longest = Math.max(longest, recorder.copy().encode().length);
        }
        assertThat(longest).isBetween(2 * 2048, 2 * 2048 + 8192);
    }
}
