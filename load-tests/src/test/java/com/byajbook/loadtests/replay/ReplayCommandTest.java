package com.byajbook.loadtests.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.platform.overload.admission.AdmissionQueue;
import com.byajbook.platform.overload.admission.Effects;
import com.byajbook.platform.overload.admission.GateLimits;
import com.byajbook.platform.overload.admission.GateState;
import com.byajbook.platform.overload.admission.Refusal;
import com.byajbook.platform.overload.admission.Ticket;
import com.byajbook.platform.overload.admission.TrafficClass;
import com.byajbook.platform.overload.decisions.DecisionRecorder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReplayCommandTest {
    private static final long MILLI = 1_000_000L;

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine command =
            new CommandLine(new ReplayCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void says_that_all_is_decided_the_same_again() throws IOException {
        Path log = saved(overloaded());

        assertThat(command.execute(log.toString())).isZero();

        assertThat(out.toString())
                .containsPattern("(\\d+) decisions of gate intake, decided again: \\1 are identical")
                .contains("refused wait-too-long");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void compares_with_other_limits() throws IOException {
        Path log = saved(overloaded());

        assertThat(command.execute(log.toString(), "--set", "gate.intake.width=4", "--set", "target.high=50ms"))
                .isZero();

        assertThat(out.toString())
                .contains("gate.intake.width=4 target.high=50ms")
                .containsPattern("let in .*\\+\\d+");
    }

    @Test
    void says_what_is_wrong_and_how_to_mend_it() throws IOException {
        assertThat(command.execute(folder.resolve("none.log").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("There is no file", "./byajbook decisions");

        assertThat(command.execute(saved(new byte[] {1, 2, 3}).toString())).isEqualTo(1);
        assertThat(err.toString()).contains("not a decision log");

        assertThat(command.execute(saved(overloaded()).toString(), "--set", "breadth=3"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("there is no such limit");
    }

    private Path saved(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("intake.log"), bytes);
    }

    /** Two at a time, 20 ms each: 100 a second can be served, and 200 come, for five seconds. */
    private static byte[] overloaded() {
        Duration target = Duration.ofMillis(100);
        GateLimits limits = new GateLimits(
                2, 100, new GateLimits.Targets(target, target, target, target), 64, Duration.ofSeconds(30));
        DecisionRecorder recorder =
                new DecisionRecorder("intake", 64 * 1024, InstantSource.fixed(Instant.parse("2026-11-08T18:30:00Z")));
        AdmissionQueue queue = new AdmissionQueue("intake", GateState.fresh(limits, 0, 20 * MILLI), recorder);
        Deque<Ticket> atWork = new ArrayDeque<>();
        Effects effects = new Effects() {
            @Override
            public void start(Ticket ticket) {
                atWork.add(ticket);
            }

            @Override
            public void refuse(Ticket ticket, Refusal refusal) {}
        };
        for (long now = 0; now < 5_000 * MILLI; now += MILLI) {
            while (!atWork.isEmpty() && atWork.element().startedNanos() + 20 * MILLI <= now) {
                queue.finish(now, atWork.remove(), true, effects);
            }
            if (now % (5 * MILLI) == 0) {
                queue.arrive(now, new Ticket(TrafficClass.HIGH, Ticket.NO_DEADLINE), effects);
            }
        }
        return recorder.copy().encode();
    }
}
