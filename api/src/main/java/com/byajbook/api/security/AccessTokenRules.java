package com.byajbook.api.security;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** What a token with a good signature must still say: from whom, for whom, about whom, and until when. */
final class AccessTokenRules implements OAuth2TokenValidator<Jwt> {

    /** The one error that a client mends by refreshing. */
    static final String EXPIRED = "expired_token";

    private static final String INVALID = "invalid_token";
    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::claim).toList();

    private final AuthProperties auth;
    private final Clock clock;

    AccessTokenRules(AuthProperties auth, Clock clock) {
        this.auth = auth;
        this.clock = clock;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        if (!auth.issuer().equals(token.getClaimAsString("iss"))) {
            return refuse(INVALID, "The token is from another issuer.");
        }
        if (token.getAudience() == null || !token.getAudience().contains(auth.audience())) {
            return refuse(INVALID, "The token is for another audience.");
        }
        if (!isId(token.getSubject()) || !ROLES.contains(token.getClaimAsString(AccessTokens.ROLE))) {
            return refuse(INVALID, "The token does not say who may do what.");
        }
        return validateTimes(token.getNotBefore(), token.getExpiresAt());
    }

    private OAuth2TokenValidatorResult validateTimes(@Nullable Instant from, @Nullable Instant until) {
        Instant now = clock.instant();
        if (until == null) {
            return refuse(INVALID, "The token never ends.");
        }
        if (!now.isBefore(until.plus(auth.clockSkew()))) {
            return refuse(EXPIRED, "The token has expired.");
        }
        if (from != null && now.isBefore(from.minus(auth.clockSkew()))) {
            return refuse(INVALID, "The token is not good yet.");
        }
        return OAuth2TokenValidatorResult.success();
    }

    private static boolean isId(@Nullable String subject) {
        try {
            return subject != null && UUID.fromString(subject).toString().equals(subject);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static OAuth2TokenValidatorResult refuse(String code, String detail) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error(code, detail, null));
    }
}
