package com.byajbook.platform.overload.ingress;

import com.byajbook.platform.problem.ProblemWriter;
import com.byajbook.platform.web.CorrelationId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers an exchange with a rejection. */
final class RejectionAnswer {

    private RejectionAnswer() {}

    /** Writes it, or leaves the answer alone when it has already begun. */
    static Mono<Void> write(ServerWebExchange exchange, Rejection rejection) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.empty();
        }
        String correlationId = correlationId(exchange);
        byte[] body = RejectionBody.of(rejection, correlationId);
        response.setStatusCode(HttpStatusCode.valueOf(rejection.type().status()));
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        headers.setContentLength(body.length);
        headers.set(CorrelationId.HEADER, correlationId);
        headers.set(
                HttpHeaders.RETRY_AFTER,
                RejectionBody.retryAfterSeconds(rejection.overload().retryAfter()));
        headers.set(
                "Retry-After-Ms",
                Long.toString(rejection.overload().retryAfter().toMillis()));
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static String correlationId(ServerWebExchange exchange) {
        Object known = exchange.getAttribute(ProblemWriter.CORRELATION_ID);
        return known instanceof String id
                ? id
                : CorrelationId.of(exchange.getRequest().getHeaders().getFirst(CorrelationId.HEADER));
    }
}
