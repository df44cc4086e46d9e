package com.byajbook.loadtests.load.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A whole run, as its JSON has it.
 *
 * @param format of this document, raised when a field changes its meaning
 * @param passed whether the arm that must hold did: the protected one, if there are both
 */
public record LoadResult(int format, String scenario, String story, boolean passed, List<ArmResult> arms) {
    /** Of the documents that this program writes. */
    public static final int FORMAT = 1;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** As JSON, beside other results of the run. */
    public Path write(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.writeString(folder.resolve("result.json"), JSON.writeValueAsString(this) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
