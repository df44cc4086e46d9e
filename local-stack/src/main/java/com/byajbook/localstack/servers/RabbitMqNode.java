package com.byajbook.localstack.servers;

import com.byajbook.localstack.processes.DetachedProcess;
import com.byajbook.localstack.processes.LocalStackException;
import com.byajbook.localstack.processes.Ports;
import com.byajbook.localstack.processes.ProcessRecord;
import com.byajbook.localstack.processes.Signal;
import com.byajbook.localstack.processes.Strays;
import com.byajbook.localstack.processes.Termination;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A private RabbitMQ node: its own name, cookie, folders, ports and port mapper, so that a broker of the machine is neither seen nor touched.
 *
 * <p>The port mapper (epmd) is started by us in the foreground. Left to itself Erlang starts one as a daemon, which then outlives the node
 * with nobody knowing whose it is.
 */
final class RabbitMqNode extends OwnServer {
    private static final String EPMD = "rabbitmq-epmd";
    private static final Duration EPMD_GRACE = Duration.ofSeconds(5);

    private final PortBook ports;

    RabbitMqNode(StackHome home, PortChoice port) {
        super("rabbitmq", ServerSettings.RABBITMQ, home, port, Signal.TERM);
        this.ports = new PortBook(home);
    }

    @Override
    String urlOn(int port) {
        return "amqp://guest:guest@127.0.0.1:" + port;
    }

    @Override
    boolean answers() {
        return AmqpProbe.answers("127.0.0.1", port());
    }

    @Override
    public List<ProcessRecord> processes() {
        return Stream.of(name(), EPMD).flatMap(name -> run.find(name).stream()).toList();
    }

    @Override
    public void stop() {
        super.stop();
        run.find(EPMD).ifPresent(epmd -> Termination.end(epmd, Signal.TERM, EPMD_GRACE));
        run.forget(EPMD);
    }

    @Override
    public void kill() {
        super.kill();
        run.find(EPMD).ifPresent(Termination::kill);
        run.forget(EPMD);
    }

    @Override
    ProcessRecord launch(int onPort) {
        RabbitMqPrograms programs =
                RabbitMqPrograms.find().orElseThrow(() -> new LocalStackException("RabbitMQ is not installed."));
        ProcessRecord epmd = run.find(EPMD).orElseGet(() -> launchEpmd(programs));
        Path data = home.data(name());
        try {
            Files.createDirectories(data);
            Map<String, String> environment = RabbitMqEnvironment.write(
                    data, "byajbook-" + home.name(), onPort, ports.freePortOf("rabbitmq-distribution"), epmd.port());
            return new DetachedProcess(
                            name(), List.of(programs.server().toString()), environment, data, log("rabbitmq.log"))
                    .start(onPort, urlOn(onPort));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot prepare RabbitMQ's folder " + data, e);
        }
    }

    private ProcessRecord launchEpmd(RabbitMqPrograms programs) {
        Strays.endWriterOf(log("rabbitmq-epmd.log"));
        int port = ports.freePortOf(EPMD);
        List<String> command =
                List.of(programs.epmd().toString(), "-port", Integer.toString(port), "-address", "127.0.0.1");
        ProcessRecord epmd = new DetachedProcess(EPMD, command, Map.of(), home.data(name()), log("rabbitmq-epmd.log"))
                .start(port, "");
        run.remember(epmd);
        if (!Termination.waitUntil(() -> !Ports.isFree(port), EPMD_GRACE)) {
            throw new LocalStackException(
                    "Erlang's port mapper did not open port " + port + ". See " + epmd.log() + ".");
        }
        return epmd;
    }

    private Path log(String file) {
        return home.logs().resolve(file);
    }
}
