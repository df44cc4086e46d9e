package com.byajbook.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProblemTypeTest {

    @Test
    void each_code_is_unique_and_described_in_the_reference() throws IOException {
        String reference = Files.readString(Path.of("../docs/reference/errors.md"));

        assertThat(Arrays.stream(ProblemType.values()).map(ProblemType::uri)).doesNotHaveDuplicates();
        assertThat(ProblemType.values())
                .allSatisfy(
                        type -> assertThat(reference).contains("| `" + type.code() + "` | " + type.status() + " |"));
    }
}
