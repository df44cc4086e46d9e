package com.byajbook.api.security;

import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Hands what Spring Security refuses to the one place that writes problems. */
final class AuthenticationProblems implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException refusal) {
        return Mono.error(() -> {
            Failure failure = failure(refusal);
            exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, challenge(failure));
            return failure;
        });
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        return Mono.error(() -> Failure.forbidden("Your role may not do this."));
    }

    private static String challenge(Failure failure) {
        return failure.type() == ProblemType.MISSING_TOKEN ? "Bearer" : "Bearer error=\"invalid_token\"";
    }

    private static Failure failure(AuthenticationException refusal) {
        if (!(refusal instanceof OAuth2AuthenticationException)) {
            return Failure.unauthenticated(
                    ProblemType.MISSING_TOKEN, "Send an access token: Authorization: Bearer <token>.");
        }
        if (refusal.getCause() instanceof JwtValidationException invalid) {
            boolean expired = invalid.getErrors().stream()
                    .anyMatch(error -> AccessTokenRules.EXPIRED.equals(error.getErrorCode()));
            return expired
                    ? Failure.unauthenticated(ProblemType.EXPIRED_TOKEN, "The access token has expired. Refresh it.")
                    : Failure.unauthenticated(ProblemType.INVALID_TOKEN, detail(invalid));
        }
        return Failure.unauthenticated(
                ProblemType.INVALID_TOKEN, "The access token is malformed, or its signature is not one of ours.");
    }

    private static String detail(JwtValidationException invalid) {
        return invalid.getErrors().stream()
                .map(error -> String.valueOf(error.getDescription()))
                .findFirst()
                .orElse("The access token is not good.");
    }
}
