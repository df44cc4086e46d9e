package com.byajbook.loadtests.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One of the numbered databases of a Redis server, so that two platforms on one server see nothing of each other. */
final class RedisDatabase {
    private static final int DEFAULT_PORT = 6379;
    private static final int MILLIS = 5_000;

    private final URI server;
    private final int number;

    RedisDatabase(String serverUrl, int number) {
        this.server = URI.create(serverUrl);
        this.number = number;
    }

    String url() {
        return "redis://" + server.getHost() + ":" + port() + "/" + number;
    }

    /** Empties it: what an earlier run left there would be another platform's past. */
    void flush() {
        try (Socket socket = new Socket(server.getHost(), port())) {
            socket.setSoTimeout(MILLIS);
            String commands = "SELECT " + number + "\r\nFLUSHDB\r\n";
            socket.getOutputStream().write(commands.getBytes(StandardCharsets.US_ASCII));
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            requireOk(answers.readLine());
            requireOk(answers.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException("Redis at " + server + " cannot be emptied", e);
        }
    }

    private static void requireOk(String answer) {
        if (!"+OK".equals(answer)) {
            throw new HarnessException("Redis answered " + answer);
        }
    }

    private int port() {
        return server.getPort() < 0 ? DEFAULT_PORT : server.getPort();
    }
}
