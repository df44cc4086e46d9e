package com.byajbook.loadtests.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** Seeded, KYC-complete people of a platform that runs locally. */
public final class People {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final URI ops;

    /** By the API's management port. */
    public People(URI ops) {
        this.ops = ops;
    }

    /** The first so many borrowers, always the same people. */
    public List<Person> borrowers(int count) {
        return seeded("borrower", count);
    }

    /** The first so many lenders, always the same people. */
    public List<Person> lenders(int count) {
        return seeded("lender", count);
    }

    private List<Person> seeded(String role, int count) {
        URI seed = ops.resolve("/ops/local-users?role=" + role + "&count=" + count);
        HttpRequest request = HttpRequest.newBuilder(seed)
                .timeout(DEADLINE)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> response = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(
                        "POST " + seed + " answered " + response.statusCode() + " " + response.body());
            }
            return response.body()
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(Person::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("POST " + seed + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
