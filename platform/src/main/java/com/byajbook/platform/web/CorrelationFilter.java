package com.byajbook.platform.web;

import com.byajbook.platform.problem.ProblemWriter;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Gives each request an id that its answer, its problem and our logs share; a sensible one of the caller's is kept. */
@Order(CorrelationFilter.ORDER)
final class CorrelationFilter implements WebFilter {

    static final int ORDER = -200;
    static final String HEADER = "X-Correlation-Id";
    private static final int MAX_LENGTH = 64;

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String given = exchange.getRequest().getHeaders().getFirst(HEADER);
        String id = given != null && isSensible(given) ? given : fresh();
        exchange.getAttributes().put(ProblemWriter.CORRELATION_ID, id);
        exchange.getResponse().getHeaders().set(HEADER, id);
        return chain.filter(exchange);
    }

    private static String fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private static boolean isSensible(String given) {
        return !given.isEmpty()
                && given.length() <= MAX_LENGTH
                && given.chars().allMatch(c -> Character.isLetterOrDigit(c) && c < 128 || c == '-' || c == '_');
    }
}
