package com.byajbook.platform.overload.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The committed report is what the code gives. */
class SimulationReportTest {

    private static final String HOW_TO_MEND = "%s is not what the simulations give any more. Look at the change with"
            + " ./mvnw -pl platform test -Dtest=SimulationReportTest -Dbyajbook.regenerate=true and git diff docs, and"
            + " commit it when it is meant to be";

    @Test
    void says_what_the_simulations_give() throws IOException {
        Path project = project();
        for (Map.Entry<String, String> file :
                new SimulationReport(Scenarios.all()).files().entrySet()) {
            Path path = project.resolve(file.getKey());
            if (Boolean.getBoolean("byajbook.regenerate")) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            assertThat(path).as(HOW_TO_MEND, file.getKey()).exists();
            assertThat(Files.readString(path)).as(HOW_TO_MEND, file.getKey()).isEqualTo(file.getValue());
        }
    }

    private static Path project() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("byajbook"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("not in the project's folder");
        }
        return folder;
    }
}
