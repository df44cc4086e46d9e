package com.byajbook.loadtests.bench.ledger;

import com.byajbook.loadtests.harness.HarnessException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the ledger for batches of transfers. */
final class LedgerClient {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern BOOKED = Pattern.compile("\"booked\"\\s*:\\s*(\\d+)");
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI transfers;
    private final String token;

    LedgerClient(URI service, String token) {
        this.transfers = service.resolve("/internal/ledger/transfers");
        this.token = token;
    }

    /** How many of the batch the books have now. */
    long book(String batch) {
        HttpRequest request = HttpRequest.newBuilder(transfers)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(batch))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            Matcher booked = BOOKED.matcher(answer.body());
            if (answer.statusCode() != OK || !booked.find()) {
                throw new HarnessException(
                        "The ledger answered " + answer.statusCode() + " to a batch: " + answer.body());
            }
            return Long.parseLong(booked.group(1));
        } catch (IOException e) {
            throw new HarnessException("The ledger did not answer a batch: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HarnessException("interrupted", e);
        }
    }
}
