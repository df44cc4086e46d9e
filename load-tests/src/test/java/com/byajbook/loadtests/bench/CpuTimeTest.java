package com.byajbook.loadtests.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.localstack.processes.Termination;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class CpuTimeTest {

    @Test
    void sees_a_busy_process_use_more_than_an_idle_one() throws Exception {
        Process busy = start("while :; do :; done");
        Process idle = start("exec sleep 60");
        try {
            assertThat(Termination.waitUntil(() -> CpuTime.secondsOf(busy.pid()) > 0.2, Duration.ofSeconds(20)))
                    .isTrue();
            assertThat(CpuTime.secondsOf(idle.pid())).isLessThan(0.1);
        } finally {
            busy.destroyForcibly();
            idle.destroyForcibly();
        }
    }

    private static Process start(String script) throws IOException {
        return new ProcessBuilder("sh", "-c", script).start();
    }
}
