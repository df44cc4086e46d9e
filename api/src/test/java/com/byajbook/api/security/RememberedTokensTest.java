package com.byajbook.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class RememberedTokensTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final AuthProperties AUTH = new AuthProperties(
            Map.of("k", "x".repeat(32)), "k", "issuer", "audience", Duration.ofSeconds(30), Duration.ofMinutes(15), 2);

    private final AtomicInteger signatures = new AtomicInteger();
    private Instant now = START;
    private final RememberedTokens tokens =
            new RememberedTokens(counting(), new AccessTokenRules(AUTH, new HeldClock()), AUTH.rememberedTokens());

    @Test
    void checks_a_signature_once() {
        for (int i = 0; i < 5; i++) {
            StepVerifier.create(tokens.decode("a")).expectNextCount(1).verifyComplete();
        }

        assertThat(signatures).hasValue(1);
    }

    @Test
    void does_not_believe_a_remembered_token_beyond_its_end() {
        StepVerifier.create(tokens.decode("a")).expectNextCount(1).verifyComplete();
        now = START.plus(Duration.ofMinutes(5)).plusSeconds(29);
        StepVerifier.create(tokens.decode("a")).expectNextCount(1).verifyComplete();
        now = START.plus(Duration.ofMinutes(5)).plusSeconds(30);

        StepVerifier.create(tokens.decode("a"))
                .expectErrorSatisfies(error -> assertThat(((JwtValidationException) error).getErrors())
                        .extracting("errorCode")
                        .containsExactly(AccessTokenRules.EXPIRED))
                .verify();
    }

    @Test
    void never_remembers_a_bad_token() {
        for (int i = 0; i < 3; i++) {
            StepVerifier.create(tokens.decode("bad"))
                    .expectError(BadJwtException.class)
                    .verify();
        }

        assertThat(signatures).hasValue(3);
    }

    @Test
    void forgets_what_nobody_used_and_keeps_what_is_in_use() {
        for (String token : List.of("used", "b", "used", "c", "used", "d", "used", "e", "used", "f", "used")) {
            StepVerifier.create(tokens.decode(token)).expectNextCount(1).verifyComplete();
        }
        assertThat(signatures).hasValue(6);

        StepVerifier.create(tokens.decode("b")).expectNextCount(1).verifyComplete();
        assertThat(signatures).hasValue(7);
    }

    private ReactiveJwtDecoder counting() {
        return token -> Mono.fromSupplier(() -> {
            signatures.incrementAndGet();
            if (token.equals("bad")) {
                throw new BadJwtException("bad");
            }
            return Jwt.withTokenValue(token)
                    .header("alg", "HS256")
                    .issuer("issuer")
                    .audience(List.of("audience"))
                    .subject(UUID.randomUUID().toString())
                    .claim("role", "borrower")
                    .expiresAt(START.plus(Duration.ofMinutes(5)))
                    .build();
        });
    }

    private final class HeldClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
