package com.byajbook.localstack.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine's own RabbitMQ.
 *
 * @param server the broker's start script
 * @param epmd   Erlang's port mapper, which each node needs
 */
record RabbitMqPrograms(Path server, Path epmd) {
    // Debian's /usr/sbin/rabbitmq-server switches to the user rabbitmq, who may not enter our folders; what it wraps
    // does not.
    private static final Path DEBIAN_SERVER = Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server");
    private static final List<Path> ERLANG_HOMES =
            List.of(Path.of("/usr/lib/erlang"), Path.of("/usr/lib64/erlang"), Path.of("/usr/local/lib/erlang"));

    static Optional<RabbitMqPrograms> find() {
        return Programs.firstOf(Stream.of(DEBIAN_SERVER))
                .or(() -> Programs.find("rabbitmq-server"))
                .flatMap(server -> findEpmd().map(epmd -> new RabbitMqPrograms(server, epmd)));
    }

    private static Optional<Path> findEpmd() {
        return Programs.find("epmd")
                .or(() -> Programs.firstOf(ERLANG_HOMES.stream().flatMap(RabbitMqPrograms::runtimes)));
    }

    private static Stream<Path> runtimes(Path erlangHome) {
        if (!Files.isDirectory(erlangHome)) {
            return Stream.empty();
        }
        try (Stream<Path> folders = Files.list(erlangHome)) {
            return folders
                    .filter(folder -> folder.getFileName().toString().startsWith("erts-"))
                    .map(folder -> folder.resolve("bin").resolve("epmd"))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }
}
