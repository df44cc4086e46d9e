package com.byajbook.localstack.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** One limit, for people. */
record LimitPage(String service, OpsLimit limit, Clock clock) {

    private static final String LINE = "  %-10s %s";

    void print(PrintWriter out) {
        out.println(service + " " + limit.name());
        if (limit.words() != null) {
            out.println("  " + limit.words());
        }
        out.println();
        line(out, "value", limit.withUnit(limit.value()));
        line(out, "initial", limit.withUnit(limit.initial()) + ", as configured");
        line(out, "bounds", limit.bounds());
        line(out, "version", limit.version() == 0 ? "0, never changed" : Long.toString(limit.version()));
        if (limit.changedBy() != null) {
            line(
                    out,
                    "changed",
                    "by " + limit.changedBy()
                            + (limit.changedAt() == null
                                    ? ""
                                    : " at " + limit.changedAt().truncatedTo(ChronoUnit.SECONDS)));
        }
        if (limit.reason() != null) {
            line(out, "reason", limit.reason());
        }
        line(out, "expires", expiry(limit, clock.instant()));
        out.flush();
    }

    /** When it reverts, and to what. */
    static String expiry(OpsLimit limit, Instant now) {
        Instant end = limit.expiresAt();
        if (end == null) {
            return "-";
        }
        String to = limit.revertsTo() == null ? "" : ", then " + limit.revertsTo();
        return (end.isAfter(now) ? "in " + Ttl.words(now, end) : "now") + to;
    }

    private static void line(PrintWriter out, String name, String value) {
        out.println(String.format(LINE, name, value));
    }
}
