package com.byajbook.localstack.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRecordTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_started_process_is_found_again_by_its_record() {
        RunFolder run = new RunFolder(folder.resolve("run"));
        ProcessRecord sleeper = start("sleeper", "sleep", "60");
        try {
            run.remember(sleeper);

            assertThat(new RunFolder(folder.resolve("run")).find("sleeper")).contains(sleeper);
            assertThat(run.list()).containsExactly(sleeper);
        } finally {
            Termination.kill(sleeper);
        }
        assertThat(run.find("sleeper")).isEmpty();
        assertThat(run.list()).isEmpty();
    }

    @Test
    void another_process_that_got_the_same_pid_is_not_taken_for_ours() {
        ProcessRecord sleeper = start("sleeper", "sleep", "60");
        try {
            ProcessRecord stale =
                    new ProcessRecord("stale", sleeper.pid(), sleeper.identity() + "0", 0, "", "", sleeper.log());

            assertThat(stale.isRunning()).isFalse();
            Termination.kill(stale);
            Termination.end(stale, Signal.TERM, SOON);
            assertThat(sleeper.isRunning()).isTrue();
        } finally {
            Termination.kill(sleeper);
        }
    }

    @Test
    void an_ended_process_that_nobody_reaped_does_not_count_as_running() throws IOException {
        // What the shell turns itself into never waits for the child, which stays a zombie.
        Path childPid = folder.resolve("child.pid");
        ProcessRecord parent = start(
                "parent", "sh", "-c", "sleep 60 & echo $! > child.draft; mv child.draft child.pid; exec sleep 60");
        try {
            assertThat(Termination.waitUntil(() -> Files.exists(childPid), SOON))
                    .isTrue();
            long child = Long.parseLong(Files.readString(childPid).strip());
            assertThat(ProcessIdentity.of(child)).isPresent();

            Signal.KILL.send(child);

            assertThat(Termination.waitUntil(() -> ProcessIdentity.of(child).isEmpty(), SOON))
                    .isTrue();
        } finally {
            Termination.kill(parent);
        }
    }

    @Test
    void an_unreadable_record_counts_as_none() throws IOException {
        Files.writeString(folder.resolve("broken.process"), "pid=not a number");
        Files.writeString(folder.resolve("empty.process"), "");
        RunFolder run = new RunFolder(folder);

        assertThat(run.list()).isEmpty();
        assertThat(run.find("broken")).isEmpty();
        assertThat(run.find("empty")).isEmpty();
        assertThat(run.find("absent")).isEmpty();
    }

    @Test
    void ending_a_process_ends_its_children_too() {
        ProcessRecord parent = start("parent", "sh", "-c", "trap '' TERM; sleep 60 & sleep 60 & wait; wait; sleep 60");
        assertThat(Termination.waitUntil(
                        () -> ProcessHandle.of(parent.pid())
                                        .orElseThrow()
                                        .children()
                                        .count()
                                == 2,
                        SOON))
                .isTrue();
        List<ProcessHandle> children =
                ProcessHandle.of(parent.pid()).orElseThrow().children().toList();

        Termination.end(parent, Signal.TERM, Duration.ofMillis(200));

        assertThat(parent.isRunning()).isFalse();
        assertThat(children)
                .allSatisfy(child -> assertThat(ProcessIdentity.of(child.pid())).isEmpty());
    }

    @Test
    void the_log_of_the_run_before_is_kept() throws IOException {
        ProcessRecord first = start("speaker", "sh", "-c", "echo first; sleep 0.1");
        assertThat(Termination.waitUntil(() -> !first.isRunning(), SOON)).isTrue();
        ProcessRecord second = start("speaker", "sh", "-c", "echo second; sleep 60");
        try {
            assertThat(Termination.waitUntil(
                            () -> !LogTail.lines(second.log(), 1).isEmpty(), SOON))
                    .isTrue();
            assertThat(LogTail.lines(second.log(), 5)).containsExactly("second");
            assertThat(Files.readString(folder.resolve("speaker.log.1"))).contains("first");
        } finally {
            Termination.kill(second);
        }
    }

    @Test
    void a_process_whose_record_was_lost_is_still_known_by_its_log() {
        ProcessRecord lost = start("lost", "sh", "-c", "sleep 60");
        ProcessRecord other = start("other", "sleep", "60");
        try {
            Strays.endWriterOf(lost.log());

            assertThat(lost.isRunning()).isFalse();
            assertThat(other.isRunning()).isTrue();

            Strays.endWritersIn(folder);
            assertThat(other.isRunning()).isFalse();
        } finally {
            Termination.kill(lost);
            Termination.kill(other);
        }
    }

    private ProcessRecord start(String name, String... command) {
        return new DetachedProcess(name, List.of(command), Map.of(), folder, folder.resolve(name + ".log"))
                .start(0, "");
    }
}
