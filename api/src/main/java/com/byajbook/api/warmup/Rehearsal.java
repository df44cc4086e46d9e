package com.byajbook.api.warmup;

import com.byajbook.api.security.AccessTokens;
import com.byajbook.api.security.Role;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The requests of a rehearsal. They go the way of real ones, through sockets, gates, token check, database, Redis and the
 * owners of loans and payments, and none of them leaves anything: they look, calculate, or ask for what must be refused.
 */
@Component
final class Rehearsal {
    /** A spike's first need: whoever cannot be served has to be told so, at a small part of what serving costs. */
    private static final int REFUSALS_A_REQUEST = 4;

    private static final String APPLICATION_WITHOUT_PURPOSE =
            "{\"amountPaise\":2000000,\"tenureMonths\":12,\"purpose\":\"\"}";
    private static final String QUOTE = "{\"amountPaise\":2000000,\"tenureMonths\":12}";

    private final AccessTokens tokens;

    Rehearsal(AccessTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * One request.
     *
     * @param token the user's, null for a call that carries none
     * @param body JSON, null for none
     * @param key the idempotency key, null for none
     * @param hurried true for a client that no longer waits: the refusal is rehearsed
     */
    record Line(
            HttpMethod method,
            String path,
            @Nullable String token,
            @Nullable String body,
            @Nullable String key,
            boolean hurried) {

        static Line get(String path, String token) {
            return new Line(HttpMethod.GET, path, token, null, null, false);
        }

        static Line post(String path, @Nullable String token, String body) {
            return new Line(
                    HttpMethod.POST, path, token, body, UUID.randomUUID().toString(), false);
        }

        Line inAHurry() {
            return new Line(method, path, token, body, key, true);
        }

        void addHeaders(HttpHeaders headers) {
            if (token != null) {
                headers.set(HttpHeaderNames.AUTHORIZATION, "Bearer " + token);
            }
            if (body != null) {
                headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json");
            }
            if (key != null) {
                headers.set("Idempotency-Key", key);
            }
            if (hurried) {
                headers.set("Request-Timeout-Ms", "1");
            }
        }
    }

    /** So many requests, of users who exist nowhere else; makes keys and signs tokens, so not for an event loop. */
    List<Line> lines(int count) {
        return Stream.generate(this::ofSomebody)
                .flatMap(List::stream)
                .limit(count)
                .toList();
    }

    private List<Line> ofSomebody() {
        String token = tokens.issue(UUID.randomUUID(), Role.BORROWER, true);
        List<Line> visit = visit(token, UUID.randomUUID());
        List<Line> lines = new ArrayList<>(visit);
        for (int i = 0; i < REFUSALS_A_REQUEST; i++) {
            visit.stream().map(Line::inAHurry).forEach(lines::add);
        }
        return lines;
    }

    private static List<Line> visit(String token, UUID nothing) {
        String payment = "{\"loanId\":\"" + nothing + "\",\"amountPaise\":100000,\"method\":\"UPI\"}";
        return List.of(
                Line.post("/v1/payments", token, payment),
                Line.get("/v1/payments/" + nothing, token),
                Line.post("/webhooks/upi", null, "{}"),
                Line.post("/v1/loans", token, APPLICATION_WITHOUT_PURPOSE),
                Line.get("/v1/loans/" + nothing, token),
                Line.get("/v1/loans", token),
                Line.post("/v1/quotes", token, QUOTE));
    }
}
