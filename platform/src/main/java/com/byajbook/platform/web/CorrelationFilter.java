package com.byajbook.platform.web;

import com.byajbook.platform.problem.ProblemWriter;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Gives each request an id that its answer, its problem and our logs share; a sensible one of the caller's is kept. */
@Order(CorrelationFilter.ORDER)
final class CorrelationFilter implements WebFilter {

    static final int ORDER = -200;

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String id = CorrelationId.of(exchange.getRequest().getHeaders().getFirst(CorrelationId.HEADER));
        exchange.getAttributes().put(ProblemWriter.CORRELATION_ID, id);
        exchange.getResponse().getHeaders().set(CorrelationId.HEADER, id);
        return chain.filter(exchange);
    }
}
