package com.byajbook.paymentflow.stories;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells the sandbox how to behave and asks it what it did. */
record SandboxControl(String baseUrl, JsonMapper json) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    void behave(UUID paymentId, Map<String, Object> behaviour) {
        Map<String, Object> body = new HashMap<>(behaviour);
        body.put("forTxn", paymentId.toString());
        put("/control/upi/behaviour", body);
    }

    /** The same of one of the providers. */
    void behave(String provider, UUID paymentId, Map<String, Object> behaviour) {
        Map<String, Object> body = new HashMap<>(behaviour);
        body.put("forTxn", paymentId.toString());
        put("/control/" + provider + "/behaviour", body);
    }

    /** How often a provider was asked to pay this out. */
    int pays(String provider, UUID paymentId) {
        JsonNode items = get("/control/" + provider + "/transactions?merchantTxnId=" + paymentId)
                .get("items");
        return items.isEmpty() ? 0 : items.get(0).get("pays").asInt();
    }

    /** What a payer does when asked for this mandate. */
    void approve(UUID mandateId, Map<String, Object> behaviour) {
        Map<String, Object> body = new HashMap<>(behaviour);
        body.put("forMandate", mandateId.toString());
        put("/control/upi/mandate-behaviour", body);
    }

    /** How many debits a mandate allowed. */
    int debits(UUID mandateId) {
        return get("/upi/v1/mandates/" + mandateId).get("debits").asInt();
    }

    void behaveByDefault(Map<String, Object> behaviour) {
        Map<String, Object> body = new HashMap<>(behaviour);
        body.put("default", true);
        put("/control/upi/behaviour", body);
    }

    void faults(Map<String, Object> faults) {
        put("/control/partners/upi", faults);
    }

    /** How the settlement file of the first provider differs from what happened. */
    void distort(Map<String, Object> distortions) {
        put("/control/upi/settlement", distortions);
    }

    /** The lines of a provider's file of a day, without the header. */
    List<String> settled(String provider, LocalDate day) {
        String file = send(HttpRequest.newBuilder(URI.create(baseUrl + "/" + provider + "/v1/settlements/" + day))
                .build());
        return file.lines().skip(1).toList();
    }

    /** How often it was asked to collect this payment; 0 when it never heard of it. */
    int collects(UUID paymentId) {
        return count(paymentId, "collects");
    }

    int inquiries(UUID paymentId) {
        return count(paymentId, "inquiries");
    }

    private int count(UUID paymentId, String what) {
        JsonNode items =
                get("/control/upi/transactions?merchantTxnId=" + paymentId).get("items");
        return items.isEmpty() ? 0 : items.get(0).get(what).asInt();
    }

    private JsonNode get(String path) {
        return json.readTree(
                send(HttpRequest.newBuilder(URI.create(baseUrl + path)).build()));
    }

    private void put(String path, Map<String, Object> body) {
        send(HttpRequest.newBuilder(URI.create(baseUrl + path))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json.writeValueAsString(body)))
                .build());
    }

    /** @return the status */
    int post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static String send(HttpRequest request) {
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            Assertions.assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return response.body();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
