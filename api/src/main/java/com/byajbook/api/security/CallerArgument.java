package com.byajbook.api.security;

import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives a controller its {@link Caller}. */
@Component
public class CallerArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        return exchange.getPrincipal()
                .ofType(CallerAuthentication.class)
                .<Object>map(CallerAuthentication::getPrincipal)
                .switchIfEmpty(Mono.error(
                        () -> Failure.unauthenticated(ProblemType.MISSING_TOKEN, "This call needs an access token.")));
    }
}
