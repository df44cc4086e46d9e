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
public final class ArmReport {
    private static final String ROW = "%-36s %9s %9s %9s %16s %10s %10s %10s %12s%n";

    private final String service;
    private final Map<String, Object> conditions;
    private final List<ArmSummary> arms;
    private final Map<String, Double> ratios;

    /**
     * What is told.
     *
     * @param service whose processor time was measured, as people call it
     * @param ratios by what they compare
     */
    public ArmReport(
            String service, Map<String, Object> conditions, List<ArmSummary> arms, Map<String, Double> ratios) {
        this.service = service;
        this.conditions = conditions;
        this.arms = arms;
        this.ratios = ratios;
    }

    /** For people. */
    public void print(PrintStream out) {
        out.println();
        out.println("Medians over the rounds. CPU in milliseconds per 1,000.");
        out.printf(
                ROW, "", "/s", "p50 ms", "p99 ms", service + " CPU", "PG CPU", "broker CPU", "gen. CPU", "per CPU-s *");
        for (ArmSummary arm : arms) {
            out.printf(
                    ROW,
                    arm.arm(),
                    shown(arm.perSecond(), 0),
                    shown(arm.p50Millis(), 2),
                    shown(arm.p99Millis(), 2),
                    shown(arm.serviceCpu(), 1),
                    shown(arm.postgresCpu(), 1),
                    shown(arm.brokerCpu(), 1),
                    shown(arm.generatorCpu(), 1),
                    shown(arm.perCpuSecond(), 0));
        }
        out.println("* CPU-bound throughput: done per processor-second of " + service + " and PostgreSQL together");
        conditions.forEach((name, value) -> out.println("  " + name + ": " + value));
        out.println();
        ratios.forEach((name, ratio) -> out.println(name + ": " + shown(ratio, 2) + "x"));
    }

    /** For programs. */
    public void write(Path file) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("conditions", conditions);
        report.put("arms", arms);
        report.put("ratios", ratios);
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, json.writeValueAsString(report) + System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shown(double value, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
