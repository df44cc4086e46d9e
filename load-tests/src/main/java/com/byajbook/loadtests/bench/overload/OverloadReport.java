package com.byajbook.loadtests.bench.overload;

import com.byajbook.loadtests.harness.HarnessException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The figures for people, as a table, and for programs, as JSON. */
final class OverloadReport {
    private final Map<String, Object> conditions;
    private final Map<String, List<Figure>> figures = new LinkedHashMap<>();

    OverloadReport(Map<String, Object> conditions) {
        this.conditions = conditions;
    }

    void add(Experiment experiment, List<Figure> measured) {
        figures.put(experiment.name(), measured);
    }

    boolean allHold() {
        return figures.values().stream().flatMap(List::stream).allMatch(Figure::holds);
    }

    void print(PrintStream out) {
        figures.forEach((experiment, measured) -> {
            out.println();
            out.println(experiment);
            measured.forEach(figure -> out.println("  " + figure));
        });
        out.println();
        conditions.forEach((name, value) -> out.println("  " + name + ": " + value));
    }

    void write(Path file) {
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, json.writeValueAsString(Map.of("conditions", conditions, "figures", figures)));
        } catch (IOException e) {
            throw new HarnessException("The report could not be written to " + file, e);
        }
    }
}
