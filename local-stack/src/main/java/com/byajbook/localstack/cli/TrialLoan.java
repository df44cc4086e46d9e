package com.byajbook.localstack.cli;

import com.byajbook.localstack.processes.LocalStackException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One application through the whole pipe, so that {@code up} calls up only what works, and no person's first request is the one that loads
 * the code. It is repeated while the credit bureau's answer comes too late, as it does from a cold start.
 */
final class TrialLoan {
    private static final String BODY =
            "{\"amountPaise\":1000000,\"tenureMonths\":6,\"purpose\":\"Trial of this machine\"}";
    private static final Duration CALL_LIMIT = Duration.ofSeconds(20);
    private static final Duration DECIDED_WITHIN = Duration.ofSeconds(45);
    private static final long POLL_MILLIS = 100;
    private static final int TRIES = 4;
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");
    private static final String UNDECIDED = "\"RECEIVED\"";
    private static final String TOO_LATE = "BUREAU_UNAVAILABLE";

    private final String api;
    private final String token;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CALL_LIMIT)
            .build();

    TrialLoan(String api, String token) {
        this.api = api;
        this.token = token;
    }

    void decide() {
        for (int i = 0; i < TRIES; i++) {
            if (!decideOne().contains(TOO_LATE)) {
                return;
            }
        }
        throw new LocalStackException(
                "The services run, but the credit bureau of the sandbox never answers in time. See ./byajbook logs sandbox"
                        + " and ./byajbook logs loan-engine");
    }

    private String decideOne() {
        String accepted = send(request("/v1/loans")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "trial-" + UUID.randomUUID())
                .POST(HttpRequest.BodyPublishers.ofString(BODY)));
        Matcher id = ID.matcher(accepted);
        if (!id.find()) {
            throw new LocalStackException("The api did not accept a trial loan: " + accepted);
        }
        long deadline = System.nanoTime() + DECIDED_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            String loan = send(request("/v1/loans/" + id.group(1)).GET());
            if (!loan.contains(UNDECIDED)) {
                return loan;
            }
            pause();
        }
        throw new LocalStackException("The services run, but a trial loan was not decided within "
                + DECIDED_WITHIN.toSeconds() + " s. See ./byajbook logs loan-engine and ./byajbook logs rabbitmq");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(api + path))
                .timeout(CALL_LIMIT)
                .header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new LocalStackException("The api stopped answering (" + e + "). See ./byajbook logs api", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted", e);
        }
    }
}
