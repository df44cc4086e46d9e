package com.byajbook.localstack.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JDK's HTTP client, as short as tests like it. */
final class SandboxClient {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String baseUrl;
    private final Duration patience;

    SandboxClient(String baseUrl) {
        this(baseUrl, Duration.ofSeconds(10));
    }

    private SandboxClient(String baseUrl, Duration patience) {
        this.baseUrl = baseUrl;
        this.patience = patience;
    }

    /** One that gives up soon, for answers that never come. */
    SandboxClient impatient() {
        return new SandboxClient(baseUrl, Duration.ofSeconds(1));
    }

    record Answer(int status, String contentType, String body) {
        JsonNode json() {
            return JSON.readTree(body);
        }
    }

    Answer post(String path, String body) {
        return send("POST", path, body, "application/json");
    }

    Answer put(String path, String body) {
        return send("PUT", path, body, "application/json");
    }

    Answer get(String path) {
        return send("GET", path, "", "*/*");
    }

    Answer browse(String path) {
        return send("GET", path, "", "text/html,application/xhtml+xml");
    }

    JsonNode counters(String partner) {
        return get("/control/partners").json().path(partner).path("counters");
    }

    Answer send(String method, String path, String body, String accept) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header("Accept", accept)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
