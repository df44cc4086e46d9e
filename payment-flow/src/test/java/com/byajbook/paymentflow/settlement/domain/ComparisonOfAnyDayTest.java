package com.byajbook.paymentflow.settlement.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.paymentflow.settlement.domain.Comparison.OwnMovement;
import com.byajbook.paymentflow.settlement.domain.Ours.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a day was like: nothing is lost, nothing counts twice, and the differences explain the gap to the paisa. */
class ComparisonOfAnyDayTest {

    private static final int PAYMENTS = 400;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void each_line_and_each_movement_of_ours_is_matched_or_is_one_difference(long seed) {
        Day day = new Day(new Random(seed));

        Comparison lines = Comparison.of(day.lines, day.known);
        Comparison missing = Comparison.ofMissing(day.withoutLine());
        Tally tally = lines.tally().plus(missing.tally());

        assertThat(Stream.concat(
                                lines.matched().stream().map(Line::number),
                                lines.differences().stream().map(Difference::line))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(
                        day.lines.stream().map(Line::number).toList());
        assertThat(tally.lines()).isEqualTo(day.lines.size());
        assertThat(tally.matched() + tally.missingHere() + tally.different()).isEqualTo(tally.lines());
        assertThat(tally.missingThere()).isEqualTo(day.withoutLine().size()).isPositive();
        assertThat(tally.bank().netPaise())
                .isEqualTo(day.lines.stream().mapToLong(Line::atTheBank).sum());
        assertThat(tally.bank().netPaise() - tally.books().netPaise())
                .isEqualTo(Stream.concat(lines.differences().stream(), missing.differences().stream())
                        .mapToLong(Difference::gapPaise)
                        .sum());
        assertThat(lines.differences().stream().map(Difference::kind).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        Kind.MISSING_HERE,
                        Kind.OPEN_HERE,
                        Kind.FAILED_HERE,
                        Kind.AMOUNT,
                        Kind.REFERENCE,
                        Kind.REVERSED);
    }

    @ParameterizedTest
    @ValueSource(longs = {144, 233, 377})
    void parts_that_keep_references_together_find_what_the_whole_finds(long seed) {
        Day day = new Day(new Random(seed));
        Map<String, List<Line>> byReference = day.lines.stream().collect(Collectors.groupingBy(Line::reference));

        Set<String> whole = keys(Comparison.of(day.lines, day.known));
        Set<String> parts = new HashSet<>();
        byReference.values().forEach(part -> parts.addAll(keys(Comparison.of(part, day.known))));

        assertThat(parts).isEqualTo(whole);
    }

    private static Set<String> keys(Comparison comparison) {
        Set<String> keys =
                comparison.differences().stream().map(Difference::key).collect(Collectors.toSet());
        assertThat(keys).hasSameSizeAs(comparison.differences());
        return keys;
    }

    /** Payments in any state, and a file that has them, leaves them out, changes them, doubles them and invents some. */
    private static final class Day {

        private final Random random;
        private final Map<String, Ours> known = new HashMap<>();
        private final List<Line> lines = new ArrayList<>();

        private Day(Random random) {
            this.random = random;
            for (int i = 0; i < PAYMENTS; i++) {
                Ours ours = payment(i);
                known.put(ours.paymentId().toString(), ours);
                add(ours);
            }
            for (int i = 0; i < PAYMENTS / 20; i++) {
                line("stray-" + i, one(Direction.values()), 1 + random.nextInt(1_000), Movement.PAID, "S" + i);
            }
        }

        private Ours payment(int i) {
            Standing standing = one(Standing.values());
            String utr = standing == Standing.OPEN || standing == Standing.FAILED ? null : "U" + i;
            UUID id = new UUID(random.nextLong(), random.nextLong());
            return new Ours(id, one(Direction.values()), one(Pot.values()), standing, 1 + random.nextInt(100_000), utr);
        }

        private void add(Ours ours) {
            String reference = ours.paymentId().toString();
            String utr = ours.utr() == null || random.nextInt(10) == 0 ? "X" + lines.size() : ours.utr();
            long paise = ours.amountPaise() + (random.nextInt(10) == 0 ? 7 : 0);
            if (random.nextInt(5) > 0) {
                line(reference, ours.direction(), paise, Movement.PAID, utr);
            }
            if (random.nextInt(4) == 0) {
                line(reference, ours.direction(), paise, Movement.RETURNED, utr);
            }
            if (random.nextInt(15) == 0) {
                line(reference, one(Direction.values()), paise, Movement.PAID, "D" + lines.size());
            }
        }

        private void line(String reference, Direction direction, long paise, Movement movement, String utr) {
            lines.add(Sides.line(lines.size() + 1, reference, direction, paise, movement, utr));
        }

        private List<OwnMovement> withoutLine() {
            Set<String> named = lines.stream()
                    .map(line -> line.reference() + line.movement())
                    .collect(Collectors.toSet());
            return known.values().stream()
                    .flatMap(ours -> Stream.of(Movement.values())
                            .filter(ours::has)
                            .filter(movement -> !named.contains(ours.paymentId().toString() + movement))
                            .map(movement -> new OwnMovement(ours, movement)))
                    .toList();
        }

        private <T> T one(T[] values) {
            return values[random.nextInt(values.length)];
        }
    }
}
