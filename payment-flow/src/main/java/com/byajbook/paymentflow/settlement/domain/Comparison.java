package com.byajbook.paymentflow.settlement.domain;

import com.byajbook.paymentflow.settlement.domain.Ours.Standing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a file is beside our payments: each line is matched or is one difference. All lines of a reference are in one
 * part, for which of two is ours can be said only beside the other.
 */
public record Comparison(List<Line> matched, List<Difference> differences) {

    public Comparison {
        matched = List.copyOf(matched);
        differences = List.copyOf(differences);
    }

    /** Lines of a file against the payments that they name; who is not in the map is unknown to us. */
    public static Comparison of(List<Line> lines, Map<String, Ours> known) {
        Map<Group, List<Line>> groups = new LinkedHashMap<>();
        for (Line line : lines) {
            groups.computeIfAbsent(new Group(line.reference(), line.movement()), absent -> new ArrayList<>())
                    .add(line);
        }
        List<Line> matched = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        groups.forEach((group, movements) -> {
            Ours ours = known.get(group.reference());
            Line own = ours == null ? null : own(movements, ours);
            for (Line line : movements) {
                Difference difference = difference(line, ours, line.equals(own));
                if (difference == null) {
                    matched.add(line);
                } else {
                    differences.add(difference);
                }
            }
        });
        return new Comparison(matched, differences);
    }

    /** Movements in our books of which no file has a line. */
    public static Comparison ofMissing(List<OwnMovement> movements) {
        return new Comparison(
                List.of(),
                movements.stream()
                        .map(own -> Difference.missingThere(own.ours(), own.movement()))
                        .toList());
    }

    /** What it counted. */
    public Tally tally() {
        return Tally.of(matched, differences);
    }

    /** The line that speaks of our payment: the one that calls it as we do, else the first that goes its way. */
    private static @Nullable Line own(List<Line> movements, Ours ours) {
        List<Line> candidates = movements.stream()
                .filter(line -> line.direction() == ours.direction())
                .toList();
        return candidates.stream()
                .filter(line -> Objects.equals(line.utr(), ours.utr()))
                .findFirst()
                .orElseGet(() -> candidates.isEmpty() ? null : candidates.get(0));
    }

    private static @Nullable Difference difference(Line line, @Nullable Ours ours, boolean own) {
        if (ours == null) {
            return Difference.of(Kind.MISSING_HERE, line, null, 0);
        }
        if (ours.standing() == Standing.FAILED) {
            return Difference.of(Kind.FAILED_HERE, line, ours, 0);
        }
        // The provider moved money twice for one order, or the other way: our payment explains it once at most.
        if (!own) {
            return Difference.of(Kind.MISSING_HERE, line, ours, 0);
        }
        long booked = ours.has(line.movement()) ? ours.amountPaise() : 0;
        if (line.amountPaise() != ours.amountPaise()) {
            return Difference.of(Kind.AMOUNT, line, ours, booked);
        }
        if (!ours.has(line.movement())) {
            return Difference.of(line.movement() == Movement.PAID ? Kind.OPEN_HERE : Kind.REVERSED, line, ours, 0);
        }
        return ours.isCalled(line.utr()) ? null : Difference.of(Kind.REFERENCE, line, ours, booked);
    }

    private record Group(String reference, Movement movement) {}

    /** A movement that our books have. */
    public record OwnMovement(Ours ours, Movement movement) {}
}
