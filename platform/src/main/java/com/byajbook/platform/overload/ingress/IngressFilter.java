package com.byajbook.platform.overload.ingress;

import com.byajbook.platform.deadline.Deadline;
import com.byajbook.platform.overload.gate.WorkClass;
import com.byajbook.platform.problem.Failure;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * The first filter: gives each request its class and its deadline, and lets it in, has it wait or refuses it. Its body is
 * not read before it is in.
 *
 * <p>Requests to the management port, whose handler is another application context's, pass by: a probe that was shed
 * would have the service restarted at the worst moment.
 */
@Order(IngressFilter.ORDER)
final class IngressFilter implements WebFilter {

    /** Before the correlation id, which only those need who come in. */
    static final int ORDER = -1000;

    private final IngressPolicy policy;
    private final ApplicationContext application;

    IngressFilter(IngressPolicy policy, ApplicationContext application) {
        this.policy = policy;
        this.application = application;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        RequestHead head = new ExchangeHead(exchange.getRequest());
        Deadline deadline = policy.deadline(head);
        if (exchange.getApplicationContext() != application) {
            return chain.filter(exchange).contextWrite(deadline::into);
        }
        Passage passage = policy.classify(head);
        Rejection rejection = policy.turnAway(head, passage, deadline);
        if (rejection != null) {
            return RejectionAnswer.write(exchange, rejection);
        }
        return admitted(exchange, chain, passage)
                .onErrorResume(
                        Failure.Overloaded.class,
                        refusal -> RejectionAnswer.write(exchange, new Rejection(refusal.type(), refusal.overload())))
                .contextWrite(context -> WorkClass.into(deadline.into(context), passage.trafficClass()));
    }

    private Mono<Void> admitted(ServerWebExchange exchange, WebFilterChain chain, Passage passage) {
        Mono<Void> work = Mono.defer(() -> chain.filter(exchange));
        return switch (passage.hold()) {
            case WHOLE -> policy.gate().admit(work);
            case OPENING -> opened(exchange, work);
            case NONE -> work;
        };
    }

    /** The permit ends with the head of the answer; a stream that ends before it gives it back as any other work. */
    private Mono<Void> opened(ServerWebExchange exchange, Mono<Void> work) {
        return policy.gate()
                .admitHolding(Mono::just, unwanted -> Mono.fromRunnable(unwanted::abandoned))
                .flatMap(permit -> {
                    exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(permit::done));
                    return work.doFinally(end -> permit.abandoned());
                });
    }

    private record ExchangeHead(ServerHttpRequest request) implements RequestHead {

        @Override
        public String method() {
            return request.getMethod().name();
        }

        @Override
        public String target() {
            return request.getPath().value();
        }

        @Override
        public @Nullable String header(String name) {
            return request.getHeaders().getFirst(name);
        }
    }
}
