package com.byajbook.loadtests.load.report;

import com.byajbook.loadtests.load.record.Figures;
import com.byajbook.loadtests.load.scenario.Expectation;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/** The result of an arm in a terminal. */
public final class Summary {
    private static final double PERCENT = 100;

    private final PrintStream out;

    public Summary(PrintStream out) {
        this.out = out;
    }

    public void print(ArmResult result) {
        Figures figures = result.figures();
        say("");
        say("%s, %d s measured, times from the intended start", result.arm(), figures.seconds());
        say(
                "  %-16s %8s %8s %7s %7s %8s %7s %9s %9s %9s",
                "", "offered", "admitted", "shed", "failed", "goodput", "% good", "p50 ms", "p99 ms", "max ms");
        figures.classes().forEach(this::line);
        figures.groups().forEach(this::line);
        line("all", figures.total());
        details(figures);
        trouble(result);
        memory(result);
        judgement(result);
        out.flush();
    }

    private void line(String name, Figures.Counts counts) {
        if (counts.offered() > 0) {
            say(
                    "  %-16s %8d %8d %7d %7d %6.1f/s %7.2f %9.1f %9.1f %9.1f",
                    name,
                    counts.offered(),
                    counts.admitted(),
                    counts.refused(),
                    counts.failed(),
                    counts.goodputPerSecond(),
                    PERCENT * counts.goodShare(),
                    counts.p50(),
                    counts.p99(),
                    counts.max());
        }
    }

    private void details(Figures figures) {
        Figures.Counts total = figures.total();
        if (!total.shed().isEmpty()) {
            say("  shed requests     %s; 99 %% of them told within %.1f ms", total.shed(), total.refusalP99());
        }
        if (!total.errors().isEmpty()) {
            say("  failed requests   %s", total.errors());
        }
        say("  attempts          %d, %.2f for one success", total.attempts(), total.attemptsPerSuccess());
        if (figures.appointments().count() > 0) {
            say(
                    "  Retry-After       missed by %.1f %% in the median, 90 %% by less than %.1f %% (%d clients)",
                    figures.appointments().medianMissPercent(),
                    figures.appointments().p90MissPercent(),
                    figures.appointments().count());
        }
        Figures.Generator generator = figures.generator();
        say(
                "  generator         %.1f ms late at 99 %%, %.1f ms at most%s",
                generator.p99LateMillis(),
                generator.maxLateMillis(),
                generator.trustworthy() ? "" : "\n  NOT TRUSTWORTHY   " + generator.words());
    }

    private void trouble(ArmResult result) {
        if (result.trouble() != null) {
            say(
                    "  trouble           %s, from second %d to %d",
                    result.trouble().words(),
                    result.trouble().from(),
                    result.trouble().end());
        }
        if (result.recoverySeconds() != null) {
            say(
                    "  recovery          %s",
                    result.recoverySeconds() < 0
                            ? "none before the end of the run"
                            : result.recoverySeconds() + " s until 95 % succeed and go on to");
        }
    }

    private void memory(ArmResult result) {
        result.memory()
                .forEach((service, use) -> say(
                        "  memory            %-14s %7.1f MB before, %7.1f MB peak, %7.1f MB after%s",
                        service,
                        use.before(),
                        use.peak(),
                        use.after(),
                        use.slopePerMinute() == 0
                                ? ""
                                : String.format(Locale.ROOT, ", %+.2f MB a minute", use.slopePerMinute())));
    }

    private void judgement(ArmResult result) {
        for (Expectation.Result each : result.expectations()) {
            say(
                    "  %s  %s: %s, wanted %s %s",
                    each.holds() ? "holds" : "FAILS",
                    each.words(),
                    number(each.measured()),
                    each.atLeast() ? "at least" : "at most",
                    number(each.bound()));
        }
        say("  %s  Gatling's own assertions", result.gatling().assertionsHold() ? "holds" : "FAILS");
        ArmResult.Judged verdict = result.verdict();
        say("  %s  verdict: %s", verdict.clean() ? "holds" : "FAILS", verdict.note());
        verdict.findings().forEach(finding -> say("           %s", finding));
    }

    private static String number(double value) {
        if (value == Integer.MAX_VALUE) {
            return "never";
        }
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.3f", value);
    }

    /** Where everything is. */
    public void paths(Map<String, String> paths) {
        say("");
        paths.forEach((name, path) -> say("%-10s %s", name, path));
    }

    private void say(String format, Object... values) {
        out.println(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    }
}
