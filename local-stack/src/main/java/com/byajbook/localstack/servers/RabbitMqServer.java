package com.byajbook.localstack.servers;

import com.byajbook.localstack.processes.ProcessRecord;
import java.util.List;
import java.util.function.Consumer;

/** RabbitMQ by the first way that this machine offers: its own server, else Docker, else Debian's packages. */
final class RabbitMqServer implements Server {
    private final StackHome home;
    private final RabbitMqNode node;
    private final RabbitMqContainer container;
    private final Consumer<String> announce;

    RabbitMqServer(StackHome home, PortChoice port, Consumer<String> announce) {
        this.home = home;
        this.node = new RabbitMqNode(home, port);
        this.container = new RabbitMqContainer(home, port);
        this.announce = announce;
    }

    @Override
    public String name() {
        return node.name();
    }

    @Override
    public int port() {
        return inUse().port();
    }

    @Override
    public String url() {
        return inUse().url();
    }

    @Override
    public String portSetting() {
        return node.portSetting();
    }

    @Override
    public List<ProcessRecord> processes() {
        return inUse().processes();
    }

    @Override
    public boolean isReady() {
        return inUse().isReady();
    }

    @Override
    public void start() {
        if (container.exists() || (RabbitMqPrograms.find().isEmpty() && RabbitMqContainer.engineAnswers(home))) {
            container.start();
            return;
        }
        if (RabbitMqPrograms.find().isEmpty()) {
            new StackLock(home, "rabbitmq-install").during(this::installIfStillMissing);
        }
        node.start();
    }

    @Override
    public void stop() {
        inUse().stop();
    }

    @Override
    public void kill() {
        inUse().kill();
    }

    @Override
    public void wipe() {
        node.wipe();
        if (Programs.find("docker").isPresent() && RabbitMqPrograms.find().isEmpty()) {
            container.wipe();
        }
    }

    private void installIfStillMissing() {
        if (RabbitMqPrograms.find().isEmpty()) {
            new DebianRabbitMq(home).install(announce);
        }
    }

    private Server inUse() {
        return container.exists() ? container : node;
    }
}
