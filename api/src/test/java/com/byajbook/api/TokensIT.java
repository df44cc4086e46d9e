package com.byajbook.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.api.security.Role;
import com.byajbook.api.testing.Answer;
import com.byajbook.api.testing.ApiInstance;
import com.byajbook.api.testing.Client;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TokensIT {

    private static final JOSEObjectType ACCESS = new JOSEObjectType("at+jwt");

    private final ApiInstance api = ApiInstance.shared();

    @Test
    void takes_a_token_that_says_everything() {
        // The counterpart of all refusals below: the same token without the one fault is good, so 404 and not 401.
        assertThat(me(signed(JWSAlgorithm.HS256, ACCESS, "local", claims -> claims))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void refuses_a_call_without_a_token() {
        Answer answer = Client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + "/v1/me")));

        assertRefused(answer, "missing-token");
        assertThat(answer.header("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void refuses_what_is_not_a_token() {
        assertRefused(me("nonsense"), "invalid-token");
        assertRefused(me("a.b.c"), "invalid-token");
        assertRefused(me(signed(JWSAlgorithm.HS256, ACCESS, "local", claims -> claims) + "x"), "invalid-token");
        assertRefused(me("%00"), "invalid-token");
    }

    @Test
    void refuses_an_unsigned_token() {
        assertRefused(me(new PlainJWT(claims().build()).serialize()), "invalid-token");
    }

    @Test
    void refuses_another_algorithm_type_or_key() {
        assertRefused(me(signed(JWSAlgorithm.HS384, ACCESS, "local", claims -> claims)), "invalid-token");
        assertRefused(me(signed(JWSAlgorithm.HS256, JOSEObjectType.JWT, "local", claims -> claims)), "invalid-token");
        assertRefused(me(signed(JWSAlgorithm.HS256, null, "local", claims -> claims)), "invalid-token");
        assertRefused(me(signed(JWSAlgorithm.HS256, ACCESS, "other", claims -> claims)), "invalid-token");
        assertRefused(me(signed(JWSAlgorithm.HS256, ACCESS, null, claims -> claims)), "invalid-token");
    }

    @Test
    void refuses_a_signature_by_another_key() {
        String token = sign(
                "another-key-that-is-long-enough-for-HS256-and-HS384", JWSAlgorithm.HS256, ACCESS, "local", claims());

        assertRefused(me(token), "invalid-token");
    }

    @Test
    void refuses_an_expired_token() {
        Instant past = Instant.now().minus(Duration.ofMinutes(1));

        assertRefused(with(claims -> claims.expirationTime(Date.from(past))), "expired-token");
    }

    @Test
    void refuses_a_token_from_or_for_somebody_else() {
        assertRefused(with(claims -> claims.issuer("https://elsewhere.example")), "invalid-token");
        assertRefused(with(claims -> claims.issuer(null)), "invalid-token");
        assertRefused(with(claims -> claims.audience("another-service")), "invalid-token");
        assertRefused(with(claims -> claims.audience((String) null)), "invalid-token");
    }

    @Test
    void refuses_a_token_that_does_not_say_enough() {
        assertRefused(with(claims -> claims.subject("me")), "invalid-token");
        assertRefused(with(claims -> claims.subject(null)), "invalid-token");
        assertRefused(with(claims -> claims.claim("role", "king")), "invalid-token");
        assertRefused(with(claims -> claims.claim("role", 7)), "invalid-token");
        assertRefused(with(claims -> claims.expirationTime(null)), "invalid-token");
        assertRefused(
                with(claims -> claims.notBeforeTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))))),
                "invalid-token");
    }

    @Test
    void a_lender_may_not_borrow() {
        Answer answer = api.client(Role.LENDER).apply("k");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("forbidden");
    }

    private Answer with(UnaryOperator<JWTClaimsSet.Builder> fault) {
        return me(signed(JWSAlgorithm.HS256, ACCESS, "local", fault));
    }

    private Answer me(String token) {
        return new Client(api.port(), UUID.randomUUID(), token).get("/v1/me");
    }

    private String signed(
            JWSAlgorithm algorithm,
            @Nullable JOSEObjectType type,
            @Nullable String key,
            UnaryOperator<JWTClaimsSet.Builder> fault) {
        return sign(api.setting("byajbook.auth.keys.local"), algorithm, type, key, fault.apply(claims()));
    }

    private static String sign(
            String secret,
            JWSAlgorithm algorithm,
            @Nullable JOSEObjectType type,
            @Nullable String key,
            JWTClaimsSet.Builder claims) {
        // HS384 needs a longer secret than the local one; which secret it is makes no difference to its refusal.
        String long48 = secret + "-and-some-more-so-that-HS384-takes-it";
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(algorithm).type(type).keyID(key).build(), claims.build());
            String used = algorithm.equals(JWSAlgorithm.HS256) ? secret : long48;
            token.sign(new MACSigner(used.getBytes(StandardCharsets.UTF_8)));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(api.setting("byajbook.auth.issuer"))
                .audience(api.setting("byajbook.auth.audience"))
                .subject(UUID.randomUUID().toString())
                .claim("role", "borrower")
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))));
    }

    private static void assertRefused(Answer answer, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
    }
}
