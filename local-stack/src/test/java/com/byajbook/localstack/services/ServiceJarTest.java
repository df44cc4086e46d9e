package com.byajbook.localstack.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.byajbook.localstack.processes.LocalStackException;
import com.byajbook.localstack.servers.StackHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceJarTest {
    @TempDir
    Path root = Path.of("");

    @Test
    void a_copy_is_as_new_as_what_it_was_copied_from_and_old_after_the_next_build() throws IOException {
        StackHome home = new StackHome(root, "up");
        Path jar = build("api", "byajbook-api-0.1.0-SNAPSHOT.jar", Instant.parse("2026-01-01T00:00:00.123456789Z"));
        ServiceJar.copyToRun(home, Service.API);
        assertThat(ServiceJar.isOlderThanBuild(home, Service.API)).isFalse();

        Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-01-01T00:00:01Z")));
        assertThat(ServiceJar.isOlderThanBuild(home, Service.API)).isTrue();
    }

    @Test
    void takes_the_executable_jar_of_local_stack_and_not_the_library() throws IOException {
        build("local-stack", "byajbook-local-stack-0.1.0-SNAPSHOT.jar", Instant.EPOCH);
        Path executable = build("local-stack", "byajbook-local-stack-0.1.0-SNAPSHOT-exec.jar", Instant.EPOCH);

        assertThat(ServiceJar.built(root, "local-stack")).isEqualTo(executable);
    }

    @Test
    void says_how_to_build_what_is_missing() {
        assertThatThrownBy(() -> ServiceJar.built(root, "api"))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("./mvnw");
    }

    private Path build(String module, String name, Instant at) throws IOException {
        Path jar =
                Files.createDirectories(root.resolve(module).resolve("target")).resolve(name);
        Files.writeString(jar, name);
        Files.setLastModifiedTime(jar, FileTime.from(at));
        return jar;
    }
}
