package com.byajbook.localstack.sandbox.upi;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs a body as {@code t=<unix seconds>,v1=<hex hmac-sha256(secret, t + "." + body)>}. */
final class WebhookSignature {
    static final String HEADER = "X-Upi-Signature";
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac keyed;

    WebhookSignature(String secret) {
        try {
            // Keyed once at start and cloned for each use: looking up a provider may read files, which no event loop
            // should.
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    String header(long unixSeconds, String body) {
        byte[] signed = (unixSeconds + "." + body).getBytes(StandardCharsets.UTF_8);
        return "t=" + unixSeconds + ",v1=" + HexFormat.of().formatHex(fresh().doFinal(signed));
    }

    private Mac fresh() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The JDK's own HMAC can be cloned", e);
        }
    }
}
