package com.byajbook.api.security;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How access tokens are made and checked.
 *
 * @param keys HS256 secrets of at least 32 characters by key id; more than one while keys are rotated
 * @param signingKey the id of the key that signs
 * @param clockSkew how far another machine's clock may be off
 * @param lifetime how long a token is good
 * @param rememberedTokens how many tokens' good signatures are remembered, about 3 KB each; at most twice as many are held
 */
@Validated
@ConfigurationProperties("byajbook.auth")
record AuthProperties(
        @NotEmpty Map<String, @Size(min = 32) String> keys,
        @NotBlank String signingKey,
        @NotBlank String issuer,
        @NotBlank String audience,
        @NotNull Duration clockSkew,
        @NotNull Duration lifetime,
        @Min(1) @Max(100_000) int rememberedTokens) {

    @AssertTrue(message = "byajbook.auth.signing-key is one of byajbook.auth.keys")
    boolean isSigningKeyKnown() {
        return keys.containsKey(signingKey);
    }
}
