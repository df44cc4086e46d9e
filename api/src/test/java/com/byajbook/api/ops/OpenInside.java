package com.byajbook.api.ops;

import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets an api play one of the services behind it: its internal addresses are open to who has the internal token, as theirs
 * are. The real edge keeps them closed, because the world can reach it.
 */
final class OpenInside implements SecurityWebFilterChain, Ordered {

    static void register(GenericApplicationContext context) {
        context.registerBean("openInside", OpenInside.class, OpenInside::new);
    }

    @Override
    public Mono<Boolean> matches(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        return Mono.just(
                PathPatternParser.defaultInstance.parse("/internal/**").matches(PathContainer.parsePath(path)));
    }

    @Override
    public Flux<WebFilter> getWebFilters() {
        return Flux.empty();
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
