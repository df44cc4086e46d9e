package com.byajbook.loadtests.load.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.byajbook.loadtests.load.report.Comparison.Line;
import com.byajbook.loadtests.load.report.Comparison.Mark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ComparisonTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void knows_of_each_figure_which_way_is_better() {
        assertThat(Comparison.line("goodput", 100, 120, true).mark()).isEqualTo(Mark.BETTER);
        assertThat(Comparison.line("goodput", 100, 80, true).mark()).isEqualTo(Mark.WORSE);
        assertThat(Comparison.line("p99", 100, 80, false).mark()).isEqualTo(Mark.BETTER);
        assertThat(Comparison.line("p99", 100, 120, false).mark()).isEqualTo(Mark.WORSE);
    }

    @Test
    void takes_what_two_runs_of_the_same_thing_differ_by_for_the_same() {
        assertThat(Comparison.line("p99", 100, 104, false).mark()).isEqualTo(Mark.SAME);
        assertThat(Comparison.line("p99", 0, 0, false)).isEqualTo(new Line("p99", 0, 0, 1, Mark.SAME));
        assertThat(Comparison.line("p99", 0, 5, false).mark()).isEqualTo(Mark.WORSE);
    }

    @Test
    void compares_arms_of_the_same_name() throws Exception {
        Path then = result("then.json", "protected", 50, 990);
        Path now = result("now.json", "protected", 100, 900);

        List<Line> lines = Comparison.between(then, now);

        assertThat(lines).extracting(Line::what).contains("protected: goodput a second", "protected: CRITICAL, p99 ms");
        assertThat(lines)
                .filteredOn(line -> line.what().equals("protected: all, % good"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.then()).isEqualTo(99);
                    assertThat(line.now()).isEqualTo(90);
                    assertThat(line.mark()).isEqualTo(Mark.WORSE);
                });
        assertThat(Comparison.between(then, result("other.json", "unprotected", 1, 1)))
                .isEmpty();
    }

    @Test
    void refuses_what_is_no_result() throws Exception {
        Path other = Files.writeString(folder.resolve("other.json"), "{\"format\":99}");

        assertThatThrownBy(() -> Comparison.between(other, other)).hasMessageContaining("is no result of");
    }

    private Path result(String name, String arm, int p99, int good) throws Exception {
        String counts = "{\"offered\":1000,\"good\":%d,\"goodputPerSecond\":%d,\"p50\":5,\"p99\":%d}"
                .formatted(good, good, p99);
        return Files.writeString(
                folder.resolve(name),
                "{\"format\":1,\"arms\":[{\"arm\":\"%s\",\"figures\":{\"total\":%s,\"classes\":{\"CRITICAL\":%s}}}]}"
                        .formatted(arm, counts, counts));
    }
}
