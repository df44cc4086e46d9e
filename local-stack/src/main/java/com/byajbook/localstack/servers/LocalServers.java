package com.byajbook.localstack.servers;

import com.byajbook.localstack.processes.LocalStackException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The three servers of a stack. They outlive the JVM that starts them; any JVM that opens the same stack may stop them. */
public final class LocalServers {
    private final StackHome home;
    private final Server postgres;
    private final Server rabbitmq;
    private final Server redis;

    private LocalServers(StackHome home, Server postgres, Server rabbitmq, Server redis) {
        this.home = home;
        this.postgres = postgres;
        this.rabbitmq = rabbitmq;
        this.redis = redis;
    }

    /** On the documented ports, for people. {@code announce} hears about steps that a person would wonder at. */
    public static LocalServers onFixedPorts(
            StackHome home, Map<String, String> environment, Consumer<String> announce) {
        return new LocalServers(
                home,
                existingOr(
                        environment,
                        ServerSettings.POSTGRES,
                        new PostgresServer(home, PortChoice.fixed(ServerSettings.POSTGRES, environment))),
                existingOr(
                        environment,
                        ServerSettings.RABBITMQ,
                        new RabbitMqServer(home, PortChoice.fixed(ServerSettings.RABBITMQ, environment), announce)),
                existingOr(
                        environment,
                        ServerSettings.REDIS,
                        new RedisServer(home, PortChoice.fixed(ServerSettings.REDIS, environment))));
    }

    /** On any free ports, for tests. */
    public static LocalServers onFreePorts(StackHome home, Map<String, String> environment, Consumer<String> announce) {
        PortBook ports = new PortBook(home);
        return new LocalServers(
                home,
                existingOr(
                        environment,
                        ServerSettings.POSTGRES,
                        new PostgresServer(home, PortChoice.picked(ports, "postgres"))),
                existingOr(
                        environment,
                        ServerSettings.RABBITMQ,
                        new RabbitMqServer(home, PortChoice.picked(ports, "rabbitmq"), announce)),
                existingOr(
                        environment, ServerSettings.REDIS, new RedisServer(home, PortChoice.picked(ports, "redis"))));
    }

    public StackHome home() {
        return home;
    }

    public Server postgres() {
        return postgres;
    }

    public Server rabbitmq() {
        return rabbitmq;
    }

    public Server redis() {
        return redis;
    }

    public List<Server> all() {
        return List.of(postgres, rabbitmq, redis);
    }

    public boolean areReady() {
        return all().stream().allMatch(Server::isReady);
    }

    public void start() {
        start(server -> {});
    }

    /**
     * Starts what does not run yet, all at once, and creates the services' databases where they are missing.
     *
     * @param ready hears of each server once it answers, on a thread of its own
     */
    public void start(Consumer<Server> ready) {
        ExecutorService threads = Executors.newFixedThreadPool(all().size());
        try {
            List<CompletableFuture<Void>> starts = all().stream()
                    .map(server ->
                            CompletableFuture.runAsync(server::start, threads).thenRun(() -> ready.accept(server)))
                    .toList();
            starts.forEach(CompletableFuture::join);
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof LocalStackException known ? known : failed;
        } finally {
            threads.shutdown();
        }
        new Databases(postgres.url()).createMissing(Databases.OF_THE_SERVICES);
    }

    public void stop() {
        all().forEach(Server::stop);
    }

    /** Removes all data of servers that are ours; they must be stopped. */
    public void wipe() {
        all().forEach(Server::wipe);
    }

    private static Server existingOr(Map<String, String> environment, ServerSettings settings, Server own) {
        return settings.existing(environment)
                // A test run exports the URLs of the servers that it started itself: those stay ours to stop and kill.
                .filter(url -> !url.equals(own.url()))
                .<Server>map(url -> new ExternalServer(own.name(), settings, url, () -> answers(settings, url)))
                .orElse(own);
    }

    private static boolean answers(ServerSettings settings, String url) {
        if (settings.equals(ServerSettings.POSTGRES)) {
            return new Databases(url).answers();
        }
        URI uri = URI.create(url);
        return settings.equals(ServerSettings.RABBITMQ)
                ? AmqpProbe.answers(uri.getHost(), uri.getPort() < 0 ? 5672 : uri.getPort())
                : RedisServer.pong(uri.getHost(), uri.getPort() < 0 ? 6379 : uri.getPort());
    }
}
