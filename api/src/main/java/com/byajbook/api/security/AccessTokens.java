package com.byajbook.api.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Issues access tokens. */
@Component
public class AccessTokens {

    /** The media type of RFC 9068: no other kind of token of ours can be mistaken for an access token. */
    static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    static final String ROLE = "role";
    static final String KYC = "kyc";

    private final AuthProperties auth;
    private final Clock clock;
    private final JWSHeader header;
    private final MACSigner signer;

    AccessTokens(AuthProperties auth, Clock clock) {
        this.auth = auth;
        this.clock = clock;
        this.header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(TYPE)
                .keyID(auth.signingKey())
                .build();
        this.signer = signer(Objects.requireNonNull(auth.keys().get(auth.signingKey())));
    }

    /** A token for a person; it says for its whole life what is true now. */
    public String issue(UUID user, Role role, boolean kycComplete) {
        Instant now = clock.instant();
        SignedJWT token = new SignedJWT(
                header,
                new JWTClaimsSet.Builder()
                        .issuer(auth.issuer())
                        .audience(auth.audience())
                        .subject(user.toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(auth.lifetime())))
                        .claim(ROLE, role.claim())
                        .claim(KYC, kycComplete)
                        .build());
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("the signing key was checked at start", e);
        }
        return token.serialize();
    }

    private static MACSigner signer(String secret) {
        try {
            return new MACSigner(secret.getBytes(StandardCharsets.UTF_8));
        } catch (JOSEException e) {
            throw new IllegalStateException("the signing key cannot sign HS256", e);
        }
    }
}
