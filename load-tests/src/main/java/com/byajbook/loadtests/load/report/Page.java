package com.byajbook.loadtests.load.report;

import com.byajbook.loadtests.load.record.Figures;
import com.byajbook.loadtests.load.scenario.Expectation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** One page of a run: what was asked, what came out, and the curves of its arms in one picture. */
public final class Page {
    private static final String STYLE = """
            body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1d2430;background:#fff}
            h1{margin-bottom:0} table{border-collapse:collapse;width:100%;margin:.5rem 0} .scroll{overflow-x:auto}
            th,td{padding:.2rem .6rem;text-align:right;border-bottom:1px solid #dde3ea;white-space:nowrap}
            th:first-child,td:first-child{text-align:left;white-space:normal} svg{width:100%;height:auto} svg text{font-size:12px;fill:#5a6675}
            .grid{stroke:#e4e9ef} .trouble{fill:#f6d9a8;opacity:.5} .legend span{margin-right:1rem}
            .legend svg{width:24px;height:8px;vertical-align:middle;margin-right:.3rem}
            .yes{color:#0a7d38} .no{color:#b3261e;font-weight:600} .warn{background:#fff3cd;padding:.5rem 1rem}
            @media(prefers-color-scheme:dark){body{background:#14181f;color:#e3e8ee} th,td{border-color:#303843} .grid{stroke:#2a323d}
            svg text{fill:#9aa7b6} .yes{color:#5fd38d} .no{color:#ff8a80} .warn{background:#4a3d10} .trouble{fill:#7a5a1c}}
            """;

    private static final List<String> COLOURS = List.of("#1668c7", "#c2410c");

    private final LoadResult result;

    public Page(LoadResult result) {
        this.result = result;
    }

    /** Writes it beside other results of the run. */
    public Path write(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.writeString(folder.resolve("summary.html"), html());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String html() {
        return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + result.scenario()
                + "</title><style>" + STYLE + "</style><h1>" + result.scenario() + " "
                + mark(result.passed(), "holds", "does not hold") + "</h1><p>" + escaped(result.story()) + "</p>"
                + "<h2>Second by second</h2><p>By the second in which each request was meant to start.</p>"
                + throughput() + latency()
                + result.arms().stream().map(Page::arm).collect(Collectors.joining()) + "</html>\n";
    }

    private String throughput() {
        Chart chart = new Chart("requests a second").shade(result.arms().get(0).trouble());
        chart.line("offered", "#8a94a3", true, points(result.arms().get(0), Figures.Moment::offered));
        for (int i = 0; i < result.arms().size(); i++) {
            ArmResult arm = result.arms().get(i);
            String colour = COLOURS.get(i % COLOURS.size());
            chart.line(arm.arm() + ": goodput", colour, false, points(arm, Figures.Moment::good));
            chart.line(arm.arm() + ": admitted", colour, true, points(arm, Figures.Moment::admitted));
        }
        return chart.svg();
    }

    private String latency() {
        Chart chart = new Chart("p99, ms from the intended start, of what was served or never answered")
                .shade(result.arms().get(0).trouble());
        for (int i = 0; i < result.arms().size(); i++) {
            ArmResult arm = result.arms().get(i);
            chart.line(
                    arm.arm(),
                    COLOURS.get(i % COLOURS.size()),
                    false,
                    arm.figures().series().stream()
                            .map(moment -> new double[] {moment.second(), moment.p99()})
                            .toList());
        }
        return chart.svg();
    }

    private static List<double[]> points(ArmResult arm, ToDoubleFunction<Figures.Moment> count) {
        return arm.figures().series().stream()
                .map(moment -> new double[] {moment.second(), count.applyAsDouble(moment) / moment.length()})
                .toList();
    }

    private static String arm(ArmResult arm) {
        Figures figures = arm.figures();
        StringBuilder html =
                new StringBuilder("<h2>" + arm.arm() + " " + mark(arm.passed(), "holds", "does not hold") + "</h2>");
        if (!figures.generator().trustworthy()) {
            html.append("<p class=\"warn\">Not trustworthy: ")
                    .append(escaped(figures.generator().words()))
                    .append("</p>");
        }
        html.append(
                "<div class=\"scroll\"><table><tr><th>class<th>offered<th>admitted<th>shed<th>failed<th>goodput/s<th>% good"
                        + "<th>p50 ms<th>p99 ms<th>max ms</tr>");
        figures.classes().forEach((name, counts) -> html.append(row(name, counts)));
        figures.groups().forEach((name, counts) -> html.append(row(name, counts)));
        html.append(row("all", figures.total()))
                .append("</table></div><table><tr><th>expected<th>wanted<th>measured<th></tr>");
        arm.expectations().forEach(each -> html.append(row(each)));
        html.append("</table><p>Verdict: ")
                .append(mark(arm.verdict().clean(), "", "NO: "))
                .append(escaped(arm.verdict().note()))
                .append("</p><ul>");
        arm.verdict()
                .findings()
                .forEach(finding -> html.append("<li>").append(escaped(finding)).append("</li>"));
        return html.append("</ul><p>Conditions: ")
                .append(escaped(arm.conditions().toString()))
                .append("</p>")
                .toString();
    }

    private static String row(String name, Figures.Counts counts) {
        return String.format(
                Locale.ROOT,
                "<tr><td>%s<td>%d<td>%d<td>%d<td>%d<td>%.1f<td>%.2f<td>%.1f<td>%.1f<td>%.1f</tr>",
                escaped(name),
                counts.offered(),
                counts.admitted(),
                counts.refused(),
                counts.failed(),
                counts.goodputPerSecond(),
                100 * counts.goodShare(),
                counts.p50(),
                counts.p99(),
                counts.max());
    }

    private static String row(Expectation.Result each) {
        return String.format(
                Locale.ROOT,
                "<tr><td>%s<td>%s %s<td>%s<td>%s</tr>",
                escaped(each.words()),
                each.atLeast() ? "&ge;" : "&le;",
                each.bound(),
                each.measured() == Integer.MAX_VALUE ? "never" : each.measured(),
                mark(each.holds(), "holds", "fails"));
    }

    private static String mark(boolean good, String yes, String no) {
        return good ? "<span class=\"yes\">" + yes + "</span>" : "<span class=\"no\">" + no + "</span>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
