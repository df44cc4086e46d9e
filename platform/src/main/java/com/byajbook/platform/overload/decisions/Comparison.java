package com.byajbook.platform.overload.decisions;

import com.byajbook.platform.overload.admission.Reason;
import com.byajbook.platform.overload.admission.TrafficClass;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** What happened beside what would have happened. */
public final class Comparison {

    private static final double MEDIAN = 0.5;
    private static final double P99 = 0.99;
    private static final double NANOS_A_MILLI = 1e6;

    private final DecisionLog log;
    private final List<String> settings;
    private final Tally before;
    private final Tally after;

    Comparison(DecisionLog log, List<String> settings, Tally before, Tally after) {
        this.log = log;
        this.settings = List.copyOf(settings);
        this.before = before;
        this.after = after;
    }

    /** How many of a class were let in then. */
    public long letInBefore(TrafficClass trafficClass) {
        return before.of(trafficClass).letIn();
    }

    /** How many of a class would have been let in. */
    public long letInAfter(TrafficClass trafficClass) {
        return after.of(trafficClass).letIn();
    }

    /** For a terminal: a block for each class that came, with a line for each figure that is not 0 in both. */
    public String table() {
        StringBuilder table = new StringBuilder();
        table.append(format("Gate %s, %s to %s%n", log.gate(), log.from(), log.takenAt()));
        String then = settings.isEmpty() ? "decided again" : String.join(" ", settings);
        table.append(format("%n%-28s%14s%14s  %s%n", "", "as it was", "it would be", then));
        for (TrafficClass trafficClass : TrafficClass.values()) {
            if (before.of(trafficClass).came() > 0) {
                block(table, trafficClass);
            }
        }
        return table.toString().replaceAll(" +(?=\\R)", "");
    }

    private void block(StringBuilder table, TrafficClass trafficClass) {
        table.append(format("%s%n", trafficClass.word()));
        counts(table, trafficClass, "came", Tally.OfClass::came);
        counts(table, trafficClass, "let in", Tally.OfClass::letIn);
        for (Reason reason : Reason.values()) {
            counts(table, trafficClass, "refused " + reason.code(), ofClass -> ofClass.refused(reason));
        }
        counts(table, trafficClass, "left while waiting", Tally.OfClass::left);
        waits(table, trafficClass, "wait p50", MEDIAN);
        waits(table, trafficClass, "wait p99", P99);
    }

    private void counts(StringBuilder table, TrafficClass trafficClass, String what, ToLongFunction<Tally.OfClass> of) {
        long was = of.applyAsLong(before.of(trafficClass));
        long would = of.applyAsLong(after.of(trafficClass));
        if (was != 0 || would != 0) {
            String change = was == would ? "" : format("%+d", would - was);
            table.append(format("  %-26s%14d%14d  %s%n", what, was, would, change));
        }
    }

    private void waits(StringBuilder table, TrafficClass trafficClass, String what, double part) {
        double was = before.of(trafficClass).wait(part) / NANOS_A_MILLI;
        double would = after.of(trafficClass).wait(part) / NANOS_A_MILLI;
        table.append(format("  %-26s%11.1f ms%11.1f ms%n", what, was, would));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
