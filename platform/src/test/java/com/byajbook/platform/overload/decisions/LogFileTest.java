package com.byajbook.platform.overload.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.byajbook.platform.overload.admission.RandomCrowd;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a log that is not whole says of itself. */
class LogFileTest {

    private static final int VERSION_AT = 8;

    private final byte[] file = logOf(3_000);

    @Test
    void says_whose_log_it_is_and_of_when() {
        DecisionLog log = DecisionLog.read(file);

        assertThat(log.gate()).isEqualTo("intake");
        assertThat(log.from()).isEqualTo(Instant.parse("2026-11-08T18:30:00Z"));
        assertThat(log.takenAt()).isEqualTo(Instant.parse("2026-11-08T18:30:00Z"));
    }

    @Test
    void refuses_what_is_something_else() {
        assertRefused("hello, world".getBytes(StandardCharsets.UTF_8), "not a decision log");
        assertRefused(new byte[0], "not a decision log");
    }

    @Test
    void refuses_a_newer_format_and_says_what_to_do() {
        byte[] newer = file.clone();
        newer[VERSION_AT] = 2;

        assertRefused(newer, "format version 2", "up to 1", "release that wrote it");
    }

    @Test
    void refuses_a_log_that_is_cut_off_wherever_that_is() {
        for (int length = 1; length < file.length; length += 7) {
            assertUnreadable(Arrays.copyOf(file, length));
        }
        assertRefused(Arrays.copyOf(file, 5), "ends too early");
        assertRefused(Arrays.copyOf(file, file.length / 2), "ends too early");
    }

    @Test
    void refuses_a_log_in_which_any_bit_is_wrong() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            byte[] damaged = file.clone();
            damaged[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            assertUnreadable(damaged);
        }
    }

    @Test
    void says_that_nobody_came_yet() {
        DecisionRecorder recorder = recorder();

        assertRefused(recorder.copy().encode(), "empty", "nobody came to gate intake");
    }

    private static void assertRefused(byte[] bytes, String... words) {
        assertThatThrownBy(() -> DecisionLog.read(bytes))
                .isInstanceOf(DecisionLogException.class)
                .hasMessageContainingAll(words);
    }

    private static void assertUnreadable(byte[] bytes) {
        assertThatThrownBy(() -> DecisionLog.read(bytes)).isInstanceOf(DecisionLogException.class);
    }

    private static byte[] logOf(int steps) {
        DecisionRecorder recorder = recorder();
        RandomCrowd crowd = new RandomCrowd(31, recorder);
        for (int step = 0; step < steps; step++) {
            crowd.step();
        }
        return recorder.copy().encode();
    }

    private static DecisionRecorder recorder() {
        return new DecisionRecorder("intake", 4096, InstantSource.fixed(Instant.parse("2026-11-08T18:30:00Z")));
    }
}
