package com.byajbook.localstack.servers;

import com.byajbook.localstack.processes.LocalStackException;
import com.byajbook.localstack.processes.ProcessRecord;
import com.byajbook.localstack.processes.Termination;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** RabbitMQ in a Docker container with a volume of its own, where the machine has no RabbitMQ but an engine that answers. */
final class RabbitMqContainer implements Server {
    private static final String IMAGE = "rabbitmq:4-alpine";
    private static final Duration PULLED_WITHIN = Duration.ofMinutes(10);
    private static final Duration STEP_LIMIT = Duration.ofMinutes(1);
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);

    private final StackHome home;
    private final PortChoice port;
    private final StackLock lock;
    /** Holds the port while the container exists. */
    private final Path marker;

    private final String container;

    RabbitMqContainer(StackHome home, PortChoice port) {
        this.home = home;
        this.port = port;
        this.lock = new StackLock(home, "rabbitmq");
        this.marker = home.folder().resolve("run").resolve("rabbitmq.container");
        // Two copies of the project may run side by side.
        this.container = "byajbook-" + home.name() + "-rabbitmq-"
                + Integer.toHexString(home.root().hashCode());
    }

    static boolean engineAnswers(StackHome home) {
        return Programs.find("docker").isPresent()
                && new ShortCommand(List.of("docker", "info"), Map.of(), log(home), Duration.ofSeconds(20)).run() == 0;
    }

    /** Whether a container was started and not yet removed. */
    boolean exists() {
        return Files.exists(marker);
    }

    @Override
    public String name() {
        return "rabbitmq";
    }

    @Override
    public int port() {
        try {
            return exists() ? Integer.parseInt(Files.readString(marker).strip()) : port.expected();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String url() {
        return "amqp://guest:guest@127.0.0.1:" + port();
    }

    @Override
    public String portSetting() {
        return ServerSettings.RABBITMQ.portSetting();
    }

    @Override
    public List<ProcessRecord> processes() {
        return List.of();
    }

    @Override
    public boolean isReady() {
        return exists() && AmqpProbe.answers("127.0.0.1", port());
    }

    @Override
    public void start() {
        lock.during(() -> {
            if (!isReady()) {
                remove();
                create(port.forLaunch());
            }
        });
    }

    @Override
    public void stop() {
        lock.during(() -> {
            if (exists()) {
                docker(STEP_LIMIT, "stop", container).run();
                remove();
            }
        });
    }

    @Override
    public void kill() {
        lock.during(() -> {
            if (exists()) {
                docker(STEP_LIMIT, "kill", container).run();
                remove();
            }
        });
    }

    @Override
    public void wipe() {
        docker(STEP_LIMIT, "volume", "rm", "-f", container).run();
    }

    private void create(int onPort) {
        docker(
                        PULLED_WITHIN,
                        "run",
                        "--detach",
                        "--name=" + container,
                        // The node's name, and so its data, hang on the host name.
                        "--hostname=byajbook",
                        "--publish=127.0.0.1:" + onPort + ":5672",
                        "--volume=" + container + ":/var/lib/rabbitmq",
                        IMAGE)
                .runOrFail("Starting " + IMAGE + " in Docker");
        try {
            Files.createDirectories(marker.getParent());
            Files.writeString(marker, Integer.toString(onPort));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Termination.waitUntil(this::isReady, READY_WITHIN)) {
            throw new LocalStackException("RabbitMQ in Docker did not answer. See: docker logs " + container);
        }
    }

    private void remove() {
        docker(STEP_LIMIT, "rm", "--force", container).run();
        try {
            Files.deleteIfExists(marker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ShortCommand docker(Duration limit, String... arguments) {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        return new ShortCommand(command, Map.of(), log(home), limit);
    }

    private static Path log(StackHome home) {
        return home.logs().resolve("docker.log");
    }
}
