package com.byajbook.api.security;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Remembers which tokens had a good signature, because an app sends the same one for its whole life: parsing it and
 * computing its signature anew would be a large part of what an accepted request costs. What a token says, its end above
 * all, is checked every time.
 *
 * <p>Bounded in two generations: when the young one is full it becomes the old one, and what nobody used since is gone.
 */
final class RememberedTokens implements ReactiveJwtDecoder, RememberedCallers {

    private static final String BEARER = "Bearer ";

    private final ReactiveJwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> rules;
    private final int maxAGeneration;
    private volatile Map<String, Jwt> young = new ConcurrentHashMap<>();
    private volatile Map<String, Jwt> old = new ConcurrentHashMap<>();

    RememberedTokens(ReactiveJwtDecoder decoder, OAuth2TokenValidator<Jwt> rules, int maxAGeneration) {
        this.decoder = decoder;
        this.rules = rules;
        this.maxAGeneration = maxAGeneration;
    }

    @Override
    public Mono<Jwt> decode(String token) {
        return Mono.defer(() -> {
            Jwt known = find(token);
            return known == null ? decoder.decode(token).doOnNext(good -> remember(token, good)) : stillGood(known);
        });
    }

    /** Without a look at the token's end: who is told to come later by mistake is told of it then. */
    @Override
    public @Nullable String findCaller(String authorization) {
        if (!authorization.startsWith(BEARER)) {
            return null;
        }
        Jwt known = find(authorization.substring(BEARER.length()));
        return known != null && known.getClaims().get("sub") instanceof String subject ? subject : null;
    }

    private Mono<Jwt> stillGood(Jwt known) {
        OAuth2TokenValidatorResult result = rules.validate(known);
        return result.hasErrors()
                ? Mono.error(() -> new JwtValidationException("the token is not good any more", result.getErrors()))
                : Mono.just(known);
    }

    private @Nullable Jwt find(String token) {
        Jwt known = young.get(token);
        if (known != null) {
            return known;
        }
        Jwt aged = old.get(token);
        if (aged != null) {
            remember(token, aged);
        }
        return aged;
    }

    /** Two threads may turn at once and forget a generation more: that costs a signature each, and is never wrong. */
    private void remember(String token, Jwt good) {
        if (young.size() >= maxAGeneration) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
        young.put(token, good);
    }
}
