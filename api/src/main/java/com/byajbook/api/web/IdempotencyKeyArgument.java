package com.byajbook.api.web;

import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives a controller the request's {@link IdempotencyKey}. */
final class IdempotencyKeyArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == IdempotencyKey.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        return Mono.fromSupplier(() -> read(exchange.getRequest().getHeaders().getOrEmpty(IdempotencyKey.HEADER)));
    }

    private static Object read(List<String> given) {
        if (given.isEmpty()) {
            throw Failure.invalid(
                    ProblemType.MISSING_IDEMPOTENCY_KEY,
                    "Send an Idempotency-Key, the same on every retry of one request; a random UUID does.");
        }
        if (given.size() > 1 || !IdempotencyKey.isGood(given.get(0))) {
            throw Failure.invalid(
                    ProblemType.INVALID_IDEMPOTENCY_KEY,
                    "One Idempotency-Key of 1 to " + IdempotencyKey.MAX_LENGTH + " visible ASCII characters.");
        }
        return new IdempotencyKey(given.get(0));
    }
}
