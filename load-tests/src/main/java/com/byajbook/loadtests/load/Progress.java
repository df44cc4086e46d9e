package com.byajbook.loadtests.load;

import com.byajbook.loadtests.load.record.Figures;
import com.byajbook.loadtests.load.record.Recorder;
import com.byajbook.loadtests.load.record.Run;
import java.io.PrintStream;
import java.util.Locale;

/** Says once a second how it goes: in one line that is written over on a terminal, in a line now and then elsewhere. */
final class Progress {
    private static final int SPARSE_SECONDS = 10;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final PrintStream out;
    private final boolean terminal;
    private final Run run;
    private final Recorder recorder;
    private long shown;

    Progress(PrintStream out, boolean terminal, Run run, Recorder recorder) {
        this.out = out;
        this.terminal = terminal;
        this.run = run;
        this.recorder = recorder;
    }

    /** Shows the last whole second; to be called once a second. */
    void show() {
        long elapsed = run.elapsedNanos(System.nanoTime()) / NANOS_PER_SECOND;
        int second = (int) elapsed - 1;
        if (second < 0 || !terminal && elapsed / SPARSE_SECONDS == shown / SPARSE_SECONDS) {
            return;
        }
        shown = elapsed;
        String line = line(second, (int) elapsed);
        if (terminal) {
            out.print("\r\u001b[K" + line);
            out.flush();
        } else {
            out.println(line);
        }
    }

    private String line(int second, int elapsed) {
        int total = run.curve().seconds();
        if (second >= total) {
            return String.format(
                    Locale.ROOT,
                    "%4d/%d s  everybody has come; %d still wait for an answer",
                    elapsed,
                    total,
                    run.open());
        }
        Figures.Moment now = recorder.moment(second);
        return String.format(
                Locale.ROOT,
                "%4d/%d s  %s offered %d/s  admitted %d/s  shed %d/s  failed %d/s  goodput %d/s  p99 %.0f ms  open %d",
                elapsed,
                total,
                elapsed <= run.curve().warmUp() ? "warm-up " : "",
                now.offered() / now.length(),
                now.admitted() / now.length(),
                now.refused() / now.length(),
                now.failed() / now.length(),
                now.good() / now.length(),
                now.p99(),
                run.open());
    }

    /** Ends the line. */
    void done() {
        if (terminal) {
            out.print("\r\u001b[K");
            out.flush();
        }
    }
}
