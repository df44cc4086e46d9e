package com.byajbook.localstack.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** One line for each step, with what it took. */
final class Progress {
    private static final double MILLIS_PER_SECOND = 1000.0;

    private final PrintWriter out;

    Progress(PrintWriter out) {
        this.out = out;
    }

    void say(String line) {
        print(line);
    }

    void done(String what, String detail, Duration took) {
        print(String.format(Locale.ROOT, "  %-14s %-44s %6.1f s", what, detail, took.toMillis() / MILLIS_PER_SECOND));
    }

    void kept(String what, String detail) {
        print(String.format(Locale.ROOT, "  %-14s %s", what, detail));
    }

    /** Several servers report at once. */
    private synchronized void print(String line) {
        out.println(line);
        out.flush();
    }
}
