package com.byajbook.loadtests.load.curve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Load relative to the base rate over the length of a run: straight lines between points.
 *
 * <p>As text it is CSV with the columns {@code at} and {@code relative}; {@code at} may be in any unit, its first value is the start of
 * the run and its last one the end, so that the same shape fits runs of any length. Lines that begin with # are comments.
 */
public final class Shape {
    private static final int MAX_POINTS = 10_000;
    private static final double MAX_RELATIVE = 1_000;

    private final List<Point> points;

    /** @param at from 0 to 1 @param relative multiplies the base rate, from 0 to 1,000 */
    private record Point(double at, double relative) {}

    private Shape(List<Point> points) {
        this.points = points;
    }

    /** The same load all the time. */
    public static Shape steady() {
        return new Shape(List.of(new Point(0, 1), new Point(1, 1)));
    }

    /** A shape that this program brings, for example {@code diwali}. */
    public static Shape shipped(String name) {
        String file = "/shapes/" + name + ".csv";
        try (InputStream stream = Objects.requireNonNull(Shape.class.getResourceAsStream(file), file)) {
            return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A shape of somebody's own. */
    public static Shape read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read the shape " + file + ": " + e.getMessage(), e);
        }
    }

    /** Reads CSV. @throws IllegalArgumentException naming the line that is wrong */
    public static Shape parse(String csv, String source) {
        List<Point> raw = new ArrayList<>();
        int number = 0;
        for (String line : csv.lines().toList()) {
            number++;
            String text = line.strip();
            if (!text.isEmpty()
                    && !text.startsWith("#")
                    && !text.replace(" ", "").equals("at,relative")) {
                raw.add(point(text, source + ":" + number));
            }
        }
        return new Shape(normalized(raw, source));
    }

    private static Point point(String line, String where) {
        String[] columns = line.split(",", -1);
        try {
            if (columns.length == 2) {
                double at = Double.parseDouble(columns[0].strip());
                double relative = Double.parseDouble(columns[1].strip());
                if (Double.isFinite(at) && relative >= 0 && relative <= MAX_RELATIVE) {
                    return new Point(at, relative);
                }
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(where + ": '" + line + "' is not two numbers", notANumber);
        }
        throw new IllegalArgumentException(
                where + ": '" + line + "' is not a time and a relative load from 0 to 1,000");
    }

    private static List<Point> normalized(List<Point> raw, String source) {
        if (raw.size() < 2 || raw.size() > MAX_POINTS) {
            throw new IllegalArgumentException(
                    source + " has " + raw.size() + " points; a shape has 2 to " + MAX_POINTS);
        }
        double first = raw.get(0).at();
        double length = raw.get(raw.size() - 1).at() - first;
        List<Point> points = new ArrayList<>();
        double before = first;
        for (Point point : raw) {
            if (point.at() < before || length <= 0) {
                throw new IllegalArgumentException(source + ": times must not go back, but " + point.at() + " does");
            }
            before = point.at();
            points.add(new Point((point.at() - first) / length, point.relative()));
        }
        return List.copyOf(points);
    }

    /** The load at a part of the run, from 0 to 1. */
    public double relativeAt(double part) {
        for (int i = 1; i < points.size(); i++) {
            Point left = points.get(i - 1);
            Point right = points.get(i);
            if (part < right.at() || i == points.size() - 1) {
                double width = right.at() - left.at();
                double share = width == 0 ? 1 : Math.min(1, Math.max(0, (part - left.at()) / width));
                return left.relative() + (right.relative() - left.relative()) * share;
            }
        }
        throw new IllegalStateException("no points");
    }

    /** The highest load. */
    public double peak() {
        return points.stream().mapToDouble(Point::relative).max().orElse(1);
    }
}
