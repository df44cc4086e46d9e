package com.byajbook.loadtests.load.report;

import com.byajbook.loadtests.load.record.Figures;
import com.byajbook.loadtests.load.scenario.Expectation;
import com.byajbook.loadtests.load.trouble.Memory;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One arm of a run.
 *
 * @param arm {@code protected} or {@code unprotected}
 * @param conditions under which it was measured
 * @param trouble what went wrong on purpose, if anything did
 * @param recoverySeconds after the end of the spike or the trouble; absent if there was none, -1 if it never came
 * @param memory by service, empty if it could not be seen
 * @param gatling its own report
 */
public record ArmResult(
        String arm,
        String startedAt,
        Map<String, Object> conditions,
        Figures figures,
        @Nullable Window trouble,
        @Nullable Integer recoverySeconds,
        Map<String, Memory.Use> memory,
        List<Expectation.Result> expectations,
        Judged verdict,
        Gatling gatling) {

    /** Seconds of the measured run; {@code end} is the first one after it. */
    public record Window(String words, int from, int end) {}

    /** The judge's word. @param judged accepted wishes that were looked into @param findings the first of them */
    public record Judged(int judged, boolean clean, List<String> findings, String note) {}

    /** @param report a path, empty if there is none */
    public record Gatling(boolean assertionsHold, String report) {}

    /** Whether all that was promised was kept, and all that is expected holds. */
    public boolean passed() {
        return verdict.clean()
                && gatling.assertionsHold()
                && expectations.stream().allMatch(Expectation.Result::holds);
    }
}
