package com.byajbook.localstack.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;

/** Lines over an axis as an SVG that is the same on every machine, and legible on a light and on a dark page. */
public final class LineChart {

    private static final int WIDTH = 760;
    private static final int LEFT = 56;
    private static final int RIGHT = 530;
    private static final int TOP = 48;
    private static final int BOTTOM = 320;
    private static final int HEIGHT = 372;
    private static final int LEGEND_LINE = 22;

    private static final String STYLE = """
            text{font:13px system-ui,sans-serif;fill:#333}.title{font-weight:600;font-size:15px}
            .grid{stroke:#8884;stroke-width:1}.line{fill:none;stroke-width:1.7;stroke-linejoin:round}
            .c0{stroke:#0060b0;stroke-width:3.4}.c1{stroke:#b03a2e;stroke-dasharray:7 3}
            .c2{stroke:#a86400}.c3{stroke:#8e44ad;stroke-dasharray:2 3}
            .c4{stroke:#8e44ad}.c5{stroke:#5d6d7e;stroke-dasharray:9 3 2 3}
            .c6{stroke:#1e8449;stroke-dasharray:5 2}
            @media(prefers-color-scheme:dark){text{fill:#ddd}.c0{stroke:#5ab4ff}.c1{stroke:#ff7d70}
            .c2{stroke:#f0ad4e}.c3,.c4{stroke:#cf8ef0}.c5{stroke:#aab7c4}.c6{stroke:#58d68d}}
            """;

    private record Tick(double at, String label) {}

    private record Line(String label, double[] xs, double[] ys) {}

    private final String title;
    private final String xLabel;
    private final String yLabel;
    private final DoubleUnaryOperator x;
    private final DoubleUnaryOperator y;
    private final List<Tick> xTicks = new ArrayList<>();
    private final List<Tick> yTicks = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    /**
     * An empty chart.
     *
     * @param xTo01 where a value stands between the left end, 0, and the right one, 1
     * @param yMax the value at the top; more is drawn there
     */
    public LineChart(String title, String xLabel, DoubleUnaryOperator xTo01, String yLabel, double yMax) {
        this.title = title;
        this.xLabel = xLabel;
        this.yLabel = yLabel;
        this.x = value -> LEFT + (RIGHT - LEFT) * xTo01.applyAsDouble(value);
        this.y = value -> BOTTOM - (BOTTOM - TOP) * Math.min(value, yMax) / yMax;
    }

    /** A line upwards with a word below it. */
    public LineChart xTick(double at, String label) {
        xTicks.add(new Tick(at, label));
        return this;
    }

    /** A line across with a word before it. */
    public LineChart yTick(double at, String label) {
        yTicks.add(new Tick(at, label));
        return this;
    }

    /** A line through these points; the first one is the widest. */
    public LineChart line(String label, double[] xs, double[] ys) {
        lines.add(new Line(label, xs.clone(), ys.clone()));
        return this;
    }

    /** The picture. */
    public String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n",
                WIDTH, HEIGHT, title));
        svg.append("<style>\n").append(STYLE).append("</style>\n");
        svg.append(text(LEFT, 22, "title", "start", title)).append(text(LEFT, 40, "label", "start", yLabel));
        xTicks.forEach(tick -> svg.append(grid(x.applyAsDouble(tick.at()), BOTTOM, x.applyAsDouble(tick.at()), TOP))
                .append(text(x.applyAsDouble(tick.at()), BOTTOM + 18, "label", "middle", tick.label())));
        yTicks.forEach(tick -> svg.append(grid(LEFT, y.applyAsDouble(tick.at()), RIGHT, y.applyAsDouble(tick.at())))
                .append(text(LEFT - 6, y.applyAsDouble(tick.at()) + 4, "label", "end", tick.label())));
        svg.append(text((LEFT + RIGHT) / 2.0, BOTTOM + 40, "label", "middle", xLabel));
        for (int i = lines.size() - 1; i >= 0; i--) {
            svg.append(polyline(lines.get(i), i)).append(legend(lines.get(i), i));
        }
        return svg.append("</svg>\n").toString();
    }

    private String polyline(Line line, int index) {
        List<String> points = new ArrayList<>();
        for (int i = 0; i < line.xs().length; i++) {
            points.add(format("%.1f,%.1f", x.applyAsDouble(line.xs()[i]), y.applyAsDouble(line.ys()[i])));
        }
        return format(
                "<polyline class=\"line c%d\" points=\"%s\"/>\n",
                index, points.stream().collect(Collectors.joining(" ")));
    }

    private static String legend(Line line, int index) {
        int at = TOP + 10 + index * LEGEND_LINE;
        return format(
                        "<line class=\"line c%d\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>\n",
                        index, RIGHT + 16, at, RIGHT + 44, at)
                + text(RIGHT + 52, at + 4, "label", "start", line.label());
    }

    private static String grid(double x1, double y1, double x2, double y2) {
        return format("<line class=\"grid\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n", x1, y1, x2, y2);
    }

    private static String text(double x, double y, String kind, String anchor, String words) {
        return format(
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n", kind, x, y, anchor, words);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
