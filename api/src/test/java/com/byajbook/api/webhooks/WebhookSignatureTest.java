package com.byajbook.api.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    private static final byte[] BODY = "{\"eventId\":\"e1\"}".getBytes(StandardCharsets.UTF_8);
    private static final Instant SIGNED = Instant.ofEpochSecond(1_700_000_000);

    /** Computed with openssl: printf '1700000000.{"eventId":"e1"}' | openssl dgst -sha256 -hmac local-upi-secret. */
    private static final String GOOD =
            "t=1700000000,v1=e0e0b56ac51f559118b0d4b0c3a85ab107a38b635490f215c3174be96c6e025e";

    private final WebhookSignature signature =
            new WebhookSignature(new UpiWebhookProperties("local-upi-secret", Duration.ofMinutes(5)));

    @Test
    void believes_what_the_provider_signed() {
        assertThat(signature.isGood(GOOD, BODY, SIGNED)).isTrue();
    }

    @Test
    void believes_it_for_five_minutes_either_way() {
        assertThat(signature.isGood(GOOD, BODY, SIGNED.plusSeconds(300))).isTrue();
        assertThat(signature.isGood(GOOD, BODY, SIGNED.minusSeconds(300))).isTrue();
        assertThat(signature.isGood(GOOD, BODY, SIGNED.plusSeconds(301))).isFalse();
        assertThat(signature.isGood(GOOD, BODY, SIGNED.minusSeconds(301))).isFalse();
    }

    @Test
    void does_not_believe_a_changed_body_time_or_sum() {
        assertThat(signature.isGood(GOOD, "{\"eventId\":\"e2\"}".getBytes(StandardCharsets.UTF_8), SIGNED))
                .isFalse();
        assertThat(signature.isGood(GOOD.replace("t=1700000000", "t=1700000001"), BODY, SIGNED))
                .isFalse();
        assertThat(signature.isGood(GOOD.substring(0, GOOD.length() - 1) + "0", BODY, SIGNED))
                .isEqualTo(GOOD.endsWith("0"));
    }

    @Test
    void does_not_believe_what_is_not_a_signature() {
        for (String header :
                new String[] {"", "t=1700000000", "v1=00", "t=x,v1=00", GOOD + ",v1=00", GOOD.toUpperCase(Locale.ROOT)
                }) {
            assertThat(signature.isGood(header, BODY, SIGNED)).as(header).isFalse();
        }
        assertThat(signature.isGood(null, BODY, SIGNED)).isFalse();
        assertThat(signature.isGood("t=999999999999,v1=" + "0".repeat(64), BODY, SIGNED))
                .isFalse();
    }
}
