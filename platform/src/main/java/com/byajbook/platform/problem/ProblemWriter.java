package com.byajbook.platform.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes a failure as {@code application/problem+json}: the one place where the taxonomy becomes HTTP. */
public final class ProblemWriter {

    /** The request attribute under which the correlation id travels. */
    public static final String CORRELATION_ID = "byajbook.correlation-id";

    private final JsonMapper json;

    public ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** Answers with the problem, or leaves the answer alone when it has already begun. */
    public Mono<Void> write(ServerWebExchange exchange, Failure failure) {
        return write(
                exchange, failure.type(), failure.detail(), failure.retryAfter().orElse(null), failure.members());
    }

    /** Answers with a problem that has no failure behind it, as Spring's own refusals. */
    public Mono<Void> write(ServerWebExchange exchange, ProblemType type, String detail) {
        return write(exchange, type, detail, null, Map.of());
    }

    private Mono<Void> write(
            ServerWebExchange exchange,
            ProblemType type,
            String detail,
            @Nullable Duration retryAfter,
            Map<String, Object> members) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.empty();
        }
        response.setStatusCode(HttpStatusCode.valueOf(type.status()));
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, (retryAfter.toMillis() + 999) / 1000)));
            headers.set("Retry-After-Ms", Long.toString(retryAfter.toMillis()));
        }
        byte[] body = json.writeValueAsBytes(body(exchange, type, detail, members));
        headers.setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static Map<String, Object> body(
            ServerWebExchange exchange, ProblemType type, String detail, Map<String, Object> members) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type.uri().toString());
        body.put("title", type.title());
        body.put("status", type.status());
        body.put("detail", detail);
        body.put("code", type.code());
        Object correlationId = exchange.getAttribute(CORRELATION_ID);
        if (correlationId != null) {
            body.put("correlationId", correlationId);
        }
        body.putAll(members);
        return body;
    }
}
