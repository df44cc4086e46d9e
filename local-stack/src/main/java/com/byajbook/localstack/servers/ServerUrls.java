package com.byajbook.localstack.servers;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The servers that a stack uses, as everything else of ours takes them: by environment. */
public record ServerUrls(String postgres, String rabbitmq, String redis) {

    public static ServerUrls of(LocalServers servers) {
        return new ServerUrls(
                servers.postgres().url(),
                servers.rabbitmq().url(),
                servers.redis().url());
    }

    public Map<String, String> asEnvironment() {
        return Map.of(
                ServerSettings.POSTGRES.urlSetting(), postgres,
                ServerSettings.RABBITMQ.urlSetting(), rabbitmq,
                ServerSettings.REDIS.urlSetting(), redis);
    }

    /** Remembered, so that later commands need not be given the same environment as the first one. */
    public void remember(StackHome home) {
        Properties properties = new Properties();
        properties.putAll(asEnvironment());
        try {
            Files.createDirectories(home.folder());
            try (Writer writer = Files.newBufferedWriter(file(home))) {
                properties.store(writer, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Optional<ServerUrls> recall(StackHome home) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file(home))) {
            properties.load(reader);
        } catch (IOException neverStarted) {
            return Optional.empty();
        }
        return Optional.of(new ServerUrls(
                properties.getProperty(ServerSettings.POSTGRES.urlSetting(), ""),
                properties.getProperty(ServerSettings.RABBITMQ.urlSetting(), ""),
                properties.getProperty(ServerSettings.REDIS.urlSetting(), "")));
    }

    private static Path file(StackHome home) {
        return home.folder().resolve("servers.properties");
    }
}
