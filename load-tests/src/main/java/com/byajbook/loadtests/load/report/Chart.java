package com.byajbook.loadtests.load.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lines over the seconds of a run, as SVG: no script, no font, nothing to load from elsewhere. */
final class Chart {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 260;
    private static final int LEFT = 64;
    private static final int BOTTOM = 30;
    private static final int TOP = 12;
    private static final int TICKS = 4;

    private final String unit;
    private final List<Line> lines = new ArrayList<>();
    private ArmResult.@Nullable Window shaded;

    /** @param style of the stroke, as SVG has it */
    private record Line(String name, String style, List<double[]> points) {}

    Chart(String unit) {
        this.unit = unit;
    }

    /** @param points pairs of second and value */
    Chart line(String name, String colour, boolean dashed, List<double[]> points) {
        lines.add(new Line(
                name, "stroke=\"" + colour + "\"" + (dashed ? " stroke-dasharray=\"5 4\"" : ""), List.copyOf(points)));
        return this;
    }

    /** Marks the time in which something was wrong. */
    Chart shade(ArmResult.@Nullable Window window) {
        shaded = window;
        return this;
    }

    String svg() {
        double mostX = Math.max(1, max(0));
        double mostY = nice(Math.max(1, max(1)));
        StringBuilder svg = new StringBuilder();
        add(svg, "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">", WIDTH, HEIGHT, unit);
        if (shaded != null) {
            add(
                    svg,
                    "<rect class=\"trouble\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"><title>%s</title></rect>",
                    x(shaded.from(), mostX),
                    TOP,
                    x(shaded.end(), mostX) - x(shaded.from(), mostX),
                    HEIGHT - BOTTOM - TOP,
                    shaded.words());
        }
        for (int i = 0; i <= TICKS; i++) {
            double value = mostY * i / TICKS;
            double y = y(value, mostY);
            add(svg, "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>", LEFT, WIDTH, y, y);
            add(svg, "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>", LEFT - 6, y + 4, shortly(value));
            double second = mostX * i / TICKS;
            add(
                    svg,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%.0f s</text>",
                    x(second, mostX),
                    HEIGHT - 8,
                    i == TICKS ? "end" : "middle",
                    second);
        }
        lines.forEach(line -> draw(svg, line, mostX, mostY));
        return svg.append("</svg>").append(legend()).toString();
    }

    private void draw(StringBuilder svg, Line line, double mostX, double mostY) {
        StringBuilder points = new StringBuilder();
        line.points().forEach(point -> add(points, "%.1f,%.1f ", x(point[0], mostX), y(point[1], mostY)));
        add(svg, "<polyline fill=\"none\" stroke-width=\"2\" %s points=\"%s\"/>", line.style(), points);
    }

    private String legend() {
        StringBuilder legend = new StringBuilder("<p class=\"legend\">");
        for (Line line : lines) {
            add(
                    legend,
                    "<span><svg viewBox=\"0 0 24 8\"><line x1=\"0\" x2=\"24\" y1=\"4\" y2=\"4\" stroke-width=\"3\" %s/></svg>%s</span> ",
                    line.style(),
                    line.name());
        }
        return legend.append(unit).append("</p>").toString();
    }

    private double max(int column) {
        return lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(point -> point[column])
                .max()
                .orElse(0);
    }

    private static double x(double second, double most) {
        return LEFT + (WIDTH - LEFT - 4) * second / most;
    }

    private static double y(double value, double most) {
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value / most;
    }

    /** The next 1, 2 or 5 with zeros. */
    private static double nice(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        double first = value / power;
        return power * (first <= 1 ? 1 : first <= 2 ? 2 : first <= 5 ? 5 : 10);
    }

    private static String shortly(double value) {
        return value >= 1_000 && value % 100 == 0
                ? String.format(Locale.ROOT, "%.1fk", value / 1_000)
                : String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
    }

    private static void add(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }
}
