package com.byajbook.localstack.cli;

import com.byajbook.localstack.processes.LocalStackException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The ops port over HTTP, as a user with the role ops. */
final class HttpOpsPort implements OpsPort {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);

    /** Longer than a change waits for the replicas of a slow service. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static final int OK = 200;

    private final URI ops;
    private final String token;
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .build();

    HttpOpsPort(URI ops, String token) {
        this.ops = ops;
        this.token = token;
    }

    @Override
    public OpsLimits limits() {
        return read(limitsAsJson(), OpsLimits.class);
    }

    @Override
    public String limitsAsJson() {
        return send(request("/ops/limits").GET());
    }

    @Override
    public LimitChanged change(String service, String limit, LimitOrder order) {
        String body = json.writeValueAsString(order.body());
        return read(
                send(request("/ops/limits/" + encoded(service) + "/" + encoded(limit))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(body))),
                LimitChanged.class);
    }

    @Override
    public OpsChanges changes(int count) {
        return read(send(request("/ops/limits/changes?limit=" + count).GET()), OpsChanges.class);
    }

    @Override
    public long decisions(String service, String gate, Path file) {
        byte[] log = answer(
                request("/ops/decisions/" + encoded(service) + "/" + encoded(gate))
                        .GET(),
                HttpResponse.BodyHandlers.ofByteArray(),
                body -> new String(body, StandardCharsets.UTF_8));
        try {
            return Files.write(file, log).toFile().length();
        } catch (IOException e) {
            throw new LocalStackException("The decisions cannot be written to " + file + ": " + e, e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(ops.resolve(path))
                .timeout(LIMIT)
                .header("Accept", "application/json, application/problem+json")
                .header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest.Builder request) {
        return answer(request, HttpResponse.BodyHandlers.ofString(), body -> body);
    }

    private <T> T answer(HttpRequest.Builder request, HttpResponse.BodyHandler<T> form, Function<T, String> text) {
        try {
            HttpResponse<T> response = client.send(request.build(), form);
            if (response.statusCode() != OK) {
                throw new OpsRefusal(
                        response.statusCode(),
                        detail(response.statusCode(), response.uri(), text.apply(response.body())));
            }
            return response.body();
        } catch (IOException e) {
            throw new LocalStackException(
                    "The api does not answer at " + ops + " (" + reason(e)
                            + "). Start it with ./byajbook up, or see ./byajbook status and ./byajbook logs api",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while waiting for the api", e);
        }
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    }

    private String detail(int status, URI address, String body) {
        try {
            String detail = json.readTree(body).path("detail").asString("");
            if (!detail.isBlank()) {
                return detail;
            }
        } catch (JacksonException notOurs) {
            // Something else listens at the address, or stands in front of it: its own words follow.
        }
        return "HTTP " + status + " from " + address + " " + body;
    }

    private <T> T read(String body, Class<T> type) {
        try {
            return json.readValue(body, type);
        } catch (JacksonException e) {
            throw new LocalStackException(
                    "The api at " + ops + " answers in a form that this version does not know: "
                            + e.getOriginalMessage(),
                    e);
        }
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
