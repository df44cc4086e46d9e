package com.byajbook.platform.web;

import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets only our own services reach {@code /internal}. */
@Order(InternalTokenFilter.ORDER)
final class InternalTokenFilter implements WebFilter {

    static final int ORDER = CorrelationFilter.ORDER + 10;
    private static final String PREFIX = "/internal/";

    private final byte[] expected;

    InternalTokenFilter(InternalCalls calls) {
        this.expected = ("Bearer " + calls.internalToken()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!exchange.getRequest().getPath().value().startsWith(PREFIX) || isOurs(exchange)) {
            return chain.filter(exchange);
        }
        return Mono.error(
                () -> Failure.unauthenticated(ProblemType.INVALID_TOKEN, "This address is for our own services."));
    }

    private boolean isOurs(ServerWebExchange exchange) {
        @Nullable String given = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return given != null && MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
    }
}
