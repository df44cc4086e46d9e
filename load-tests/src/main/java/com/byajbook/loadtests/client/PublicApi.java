package com.byajbook.loadtests.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** The public contract as the mobile app calls it. */
public final class PublicApi {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration DEADLINE = Duration.ofSeconds(15);

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    public PublicApi(URI base) {
        this.base = base;
    }

    /** An application's body. */
    public static String application(long amountPaise, int tenureMonths, String purpose) {
        return String.format(
                Locale.ROOT,
                "{\"amountPaise\":%d,\"tenureMonths\":%d,\"purpose\":\"%s\"}",
                amountPaise,
                tenureMonths,
                purpose);
    }

    /** A payment's body. */
    public static String payment(UUID loanId, long amountPaise) {
        return String.format(
                Locale.ROOT, "{\"loanId\":\"%s\",\"amountPaise\":%d,\"method\":\"UPI\"}", loanId, amountPaise);
    }

    /** The body of a deposit or of a commitment. */
    public static String amount(long paise) {
        return "{\"amountPaise\":" + paise + "}";
    }

    /** The body of the agreement to a statement. */
    public static String acceptance(String kfsHash) {
        return "{\"kfsHash\":\"" + kfsHash + "\"}";
    }

    /** A key as an app makes one for each thing its user wants. */
    public static String freshKey() {
        return UUID.randomUUID().toString();
    }

    public Answer apply(Person person, String key, String body) {
        return send(post("/v1/loans", person, key, body));
    }

    public Answer pay(Person person, String key, String body) {
        return send(post("/v1/payments", person, key, body));
    }

    /** Any other call that changes something. */
    public Answer post(Person person, String path, String key, String body) {
        return send(post(path, person, key, body));
    }

    public Answer quote(Person person, long amountPaise, int tenureMonths) {
        String body = String.format(Locale.ROOT, "{\"amountPaise\":%d,\"tenureMonths\":%d}", amountPaise, tenureMonths);
        return send(request("/v1/quotes", person)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    public Answer get(Person person, String path) {
        return send(request(path, person).GET().build());
    }

    public Answer put(Person person, String path, String body) {
        return send(request(path, person)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build());
    }

    /** Without waiting; fails with what the network did. */
    public CompletableFuture<Answer> postLater(String path, Person person, String key, String body) {
        return http.sendAsync(post(path, person, key, body), BodyHandlers.ofString())
                .thenApply(Answer::of);
    }

    /** The person's live events from now on, or from after {@code lastEventId}. */
    public LiveEvents live(Person person, String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("/v1/events"))
                .header("Authorization", "Bearer " + person.token())
                .header("Accept", "text/event-stream");
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        return LiveEvents.open(http, request.GET().build());
    }

    public LiveEvents live(Person person) {
        return live(person, "");
    }

    private HttpRequest post(String path, Person person, String key, String body) {
        return request(path, person)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest.Builder request(String path, Person person) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(DEADLINE)
                .header("Authorization", "Bearer " + person.token());
    }

    private Answer send(HttpRequest request) {
        try {
            return Answer.of(http.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri() + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
