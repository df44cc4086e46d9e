package com.byajbook.localstack.cli;

import com.byajbook.localstack.servers.StackHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All stacks that ever ran in this copy of the project: that of {@code up}, that of the tests, and those of tests that kill servers. */
final class Stacks {
    private Stacks() {}

    static List<StackHome> in(Path root) {
        Path local = root.resolve(".local");
        if (!Files.isDirectory(local)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(local)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("run")))
                    .map(folder -> new StackHome(root, folder.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
