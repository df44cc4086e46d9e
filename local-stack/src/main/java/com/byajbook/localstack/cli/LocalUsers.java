package com.byajbook.localstack.cli;

import com.byajbook.localstack.processes.LocalStackException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Users made by the api's ops port, which offers that only to a stack of {@code up}. */
final class LocalUsers {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int OK = 200;

    private final URI ops;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .build();

    LocalUsers(URI ops) {
        this.ops = ops;
    }

    /** Hands over one bare access token for each of {@code count} users, as they arrive. */
    void tokens(int count, Role role, Consumer<String> token) {
        URI address = ops.resolve("/ops/local-users?count=" + count + "&role=" + role.label());
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(LIMIT)
                .header("Accept", "text/plain")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<Stream<String>> response = client.send(request, HttpResponse.BodyHandlers.ofLines());
            try (Stream<String> lines = response.body()) {
                if (response.statusCode() != OK) {
                    throw new LocalStackException("The api refused to make users (" + response.statusCode() + "): "
                            + lines.collect(Collectors.joining("\n")));
                }
                lines.filter(line -> !line.isBlank()).forEach(token);
            }
        } catch (IOException e) {
            throw new LocalStackException(
                    "The api did not answer at " + address + " (" + e.getMessage()
                            + "). See ./byajbook status and ./byajbook logs api",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while waiting for the api", e);
        }
    }
}
