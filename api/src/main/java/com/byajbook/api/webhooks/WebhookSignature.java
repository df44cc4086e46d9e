package com.byajbook.api.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** {@code t=<unix seconds>,v1=<hex hmac-sha256(secret, t + "." + body)>} over the bytes as they came. */
final class WebhookSignature {

    private static final Pattern HEADER = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec secret;
    private final Duration tolerance;

    WebhookSignature(UpiWebhookProperties upi) {
        this.secret = new SecretKeySpec(upi.webhookSecret().getBytes(StandardCharsets.UTF_8), HMAC);
        this.tolerance = upi.tolerance();
    }

    /** Whether the provider signed exactly this, and lately. */
    boolean isGood(@Nullable String header, byte[] body, Instant now) {
        Matcher parts = HEADER.matcher(header == null ? "" : header);
        if (!parts.matches()) {
            return false;
        }
        boolean genuine = MessageDigest.isEqual(HexFormat.of().parseHex(parts.group(2)), sign(parts.group(1), body));
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(parts.group(1))), now);
        return genuine && age.abs().compareTo(tolerance) <= 0;
    }

    private byte[] sign(String seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(secret);
            mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + HMAC, e);
        }
    }
}
