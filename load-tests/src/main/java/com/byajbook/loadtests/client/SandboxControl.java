package com.byajbook.loadtests.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The partner sandbox's inbox, switches and counters. */
public final class SandboxControl {
    private static final Duration DEADLINE = Duration.ofSeconds(15);

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    public SandboxControl(URI base) {
        this.base = base;
    }

    /** A message on somebody's phone. */
    public record Sms(String messageId, String channel, String to, String text) {}

    /** What the UPI provider has under a merchant's id. */
    public record Collection(
            String merchantTxnId, String status, long amountPaise, int collects, int webhooksSent, int webhooksAcked) {}

    /** Messages to a phone number on all channels, newest first, at most 1,000. */
    public List<Sms> inbox(String phone) {
        return items("/inbox?limit=1000&to=" + URLEncoder.encode(phone, StandardCharsets.UTF_8)).stream()
                .map(item -> new Sms(
                        item.path("messageId").asString(),
                        item.path("channel").asString(),
                        item.path("to").asString(),
                        item.path("text").asString()))
                .toList();
    }

    /** The newest collections, at most 10,000. */
    public List<Collection> collections() {
        return items("/control/upi/transactions?limit=10000").stream()
                .filter(item ->
                        item.path("transaction").path("direction").asString().equals("COLLECT"))
                .map(item -> new Collection(
                        item.path("transaction").path("merchantTxnId").asString(),
                        item.path("transaction").path("status").asString(),
                        item.path("transaction").path("amountPaise").asLong(),
                        item.path("collects").asInt(),
                        item.path("webhooksSent").asInt(),
                        item.path("webhooksAcked").asInt()))
                .toList();
    }

    /** A partner's counter, for example {@code upi}, {@code distinctTransactions}. */
    public long counter(String partner, String counter) {
        JsonNode value =
                json("/control/partners").path(partner).path("counters").path(counter);
        if (!value.isNumber()) {
            throw new IllegalStateException("the sandbox counts no " + counter + " of " + partner);
        }
        return value.asLong();
    }

    /** Sets a partner's faults, for example {@code {"outage":"HANG"}}. */
    public void setPartner(String partner, String settings) {
        put("/control/partners/" + partner, settings);
    }

    /** Overrides what the bureau says of a borrower, for example {@code {"score":520}}. */
    public void setCredit(UUID borrower, String facts) {
        put("/control/bureau/borrowers/" + borrower, facts);
    }

    /** How collections end, see the sandbox's own page. */
    public void setUpi(String behaviour) {
        put("/control/upi/behaviour", behaviour);
    }

    private List<JsonNode> items(String path) {
        return StreamSupport.stream(json(path).path("items").spliterator(), false)
                .toList();
    }

    private JsonNode json(String path) {
        return call(HttpRequest.newBuilder(base.resolve(path))
                        .header("Accept", "application/json")
                        .GET())
                .json();
    }

    private void put(String path, String body) {
        Answer answer = call(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
        if (answer.status() != 200) {
            throw new IllegalStateException("PUT " + path + " answered " + answer);
        }
    }

    private Answer call(HttpRequest.Builder request) {
        try {
            return Answer.of(http.send(request.timeout(DEADLINE).build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox at " + base + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
