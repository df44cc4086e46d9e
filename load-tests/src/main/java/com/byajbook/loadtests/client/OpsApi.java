package com.byajbook.loadtests.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The operator's calls on the API's management port. */
public final class OpsApi {
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final URI ops;
    private final String token;

    /** As an operator of a platform that runs locally. */
    public OpsApi(URI ops) {
        this.ops = ops;
        this.token = send(HttpRequest.newBuilder(ops.resolve("/ops/local-users?role=ops&count=1"))
                        .POST(BodyPublishers.noBody()))
                .strip();
    }

    /** Sets a limit from whatever version it has now; returns the value it had. */
    public long setLimit(String service, String name, long value, String reason) {
        URI limit = ops.resolve("/ops/limits/" + service + "/" + name);
        JsonNode now = JSON.readTree(send(authorized(limit).GET()));
        String order = JSON.writeValueAsString(
                Map.of("value", value, "version", now.path("version").asLong(), "reason", reason));
        String unused = send(
                authorized(limit).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(order)));
        return now.path("value").asLong();
    }

    /** The pipe as the console shows it. */
    public JsonNode pipe() {
        return JSON.readTree(send(authorized(ops.resolve("/ops/pipe")).GET()));
    }

    /** What must always hold, as each service that keeps books found it when it looked last. */
    public JsonNode invariants() {
        return JSON.readTree(send(authorized(ops.resolve("/ops/invariants")).GET()));
    }

    private HttpRequest.Builder authorized(URI address) {
        return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest.Builder request) {
        HttpRequest built = request.timeout(DEADLINE).build();
        try {
            var response = client.send(built, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(built.method() + " " + built.uri() + " answered "
                        + response.statusCode() + " " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(built.method() + " " + built.uri() + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
