package com.byajbook.loadtests.load.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A result beside an earlier one: ratios, and which way each of them is good. */
public final class Comparison {
    /** Less than this is what two runs of the same thing differ by. */
    private static final double NOISE = 0.05;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Comparison() {}

    /** What a change means. */
    public enum Mark {
        BETTER,
        SAME,
        WORSE
    }

    /** One figure. @param ratio now by then; 1 if both are 0 */
    public record Line(String what, double then, double now, double ratio, Mark mark) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "  %-44s %10.2f -> %10.2f  x %6.2f  %s",
                    what,
                    then,
                    now,
                    ratio,
                    mark == Mark.SAME ? "" : mark.name().toLowerCase(Locale.ROOT));
        }
    }

    /** Reads two documents. @throws IllegalArgumentException if one of them is no result of this program */
    public static List<Line> between(Path earlier, Path now) {
        return between(read(earlier), read(now));
    }

    /** Arm by arm, by name. */
    static List<Line> between(JsonNode earlier, JsonNode now) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode arm : now.path("arms")) {
            arm(earlier, arm.path("arm").asString("")).ifPresent(then -> compare(then, arm, lines));
        }
        return lines;
    }

    private static void compare(JsonNode then, JsonNode now, List<Line> lines) {
        String arm = now.path("arm").asString("");
        JsonNode total = now.path("figures").path("total");
        JsonNode totalThen = then.path("figures").path("total");
        add(
                lines,
                arm + ": goodput a second",
                totalThen.path("goodputPerSecond"),
                total.path("goodputPerSecond"),
                true);
        counts(lines, arm + ": all", totalThen, total);
        JsonNode classes = now.path("figures").path("classes");
        for (String name : classes.propertyNames()) {
            counts(
                    lines,
                    arm + ": " + name,
                    then.path("figures").path("classes").path(name),
                    classes.path(name));
        }
        add(lines, arm + ": recovery, s", then.path("recoverySeconds"), now.path("recoverySeconds"), false);
    }

    private static void counts(List<Line> lines, String what, JsonNode then, JsonNode now) {
        if (then.path("offered").asLong(0) > 0 && now.path("offered").asLong(0) > 0) {
            lines.add(line(what + ", % good", goodPercent(then), goodPercent(now), true));
            add(lines, what + ", p50 ms", then.path("p50"), now.path("p50"), false);
            add(lines, what + ", p99 ms", then.path("p99"), now.path("p99"), false);
        }
    }

    private static double goodPercent(JsonNode counts) {
        return 100.0 * counts.path("good").asLong(0) / counts.path("offered").asLong(1);
    }

    private static void add(List<Line> lines, String what, JsonNode then, JsonNode now, boolean moreIsBetter) {
        if (then.isNumber() && now.isNumber()) {
            lines.add(line(what, then.asDouble(), now.asDouble(), moreIsBetter));
        }
    }

    static Line line(String what, double then, double now, boolean moreIsBetter) {
        double ratio = then == now ? 1 : now / then;
        boolean same = Math.abs(ratio - 1) <= NOISE;
        boolean better = ratio > 1 == moreIsBetter;
        return new Line(what, then, now, ratio, same ? Mark.SAME : better ? Mark.BETTER : Mark.WORSE);
    }

    private static Optional<JsonNode> arm(JsonNode result, String name) {
        return StreamSupport.stream(result.path("arms").spliterator(), false)
                .filter(arm -> arm.path("arm").asString("").equals(name))
                .findFirst();
    }

    private static JsonNode read(Path file) {
        try {
            JsonNode result = JSON.readTree(Files.readString(file));
            if (result.path("format").asInt(0) != LoadResult.FORMAT) {
                throw new IllegalArgumentException(file + " is no result of ./byajbook load of this version");
            }
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
