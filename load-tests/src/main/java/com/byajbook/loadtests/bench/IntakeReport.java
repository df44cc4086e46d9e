package com.byajbook.loadtests.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The outcome for people, as a table, and for programs, as JSON. */
final class IntakeReport {
    private static final String ROW = "%-36s %9s %9s %9s %10s %10s %10s %10s %12s%n";

    private final Map<String, Object> conditions;
    private final List<ArmSummary> arms;

    /** The first arm is compared with the second. */
    IntakeReport(Map<String, Object> conditions, List<ArmSummary> arms) {
        this.conditions = conditions;
        this.arms = arms;
    }

    void print(PrintStream out) {
        out.println();
        out.println("Medians over the rounds. CPU in milliseconds per 1,000 accepted.");
        out.printf(ROW, "", "/s", "p50 ms", "p99 ms", "api CPU", "PG CPU", "broker CPU", "gen. CPU", "per CPU-s *");
        for (ArmSummary arm : arms) {
            out.printf(
                    ROW,
                    arm.arm(),
                    shown(arm.perSecond(), 0),
                    shown(arm.p50Millis(), 2),
                    shown(arm.p99Millis(), 2),
                    shown(arm.apiCpu(), 1),
                    shown(arm.postgresCpu(), 1),
                    shown(arm.brokerCpu(), 1),
                    shown(arm.generatorCpu(), 1),
                    shown(arm.perCpuSecond(), 0));
        }
        out.println("* CPU-bound throughput: accepted per processor-second of api and PostgreSQL together");
        conditions.forEach((name, value) -> out.println("  " + name + ": " + value));
        out.println();
        ratios().forEach((name, ratio) -> out.println(name + ": " + shown(ratio, 2) + "x"));
    }

    void write(Path file) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("conditions", conditions);
        report.put("arms", arms);
        report.put("ratios", ratios());
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, json.writeValueAsString(report) + System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Double> ratios() {
        ArmSummary group = arms.get(0);
        ArmSummary single = arms.get(1);
        Map<String, Double> ratios = new LinkedHashMap<>();
        ratios.put("group commit / transaction a request, accepted per second", group.perSecond() / single.perSecond());
        ratios.put(
                "group commit / transaction a request, CPU-bound throughput",
                group.perCpuSecond() / single.perCpuSecond());
        ratios.put(
                "transaction a request / group commit, PostgreSQL CPU per 1,000",
                single.postgresCpu() / group.postgresCpu());
        ratios.put("transaction a request / group commit, api CPU per 1,000", single.apiCpu() / group.apiCpu());
        return ratios;
    }

    private static String shown(double value, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
