package com.byajbook.loadtests.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The bytes of a request with one place that changes: the idempotency key, of a fixed width. */
public final class RequestTemplate {
    private static final int KEY_DIGITS = 16;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;
    private final int keyAt;
    private long next;

    /**
     * A template for one connection.
     *
     * @param keyPrefix makes the keys of this connection differ from all others
     */
    public RequestTemplate(String host, String path, String token, String keyPrefix, String body) {
        String head = "POST " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\nIdempotency-Key: " + keyPrefix;
        this.keyAt = head.length();
        this.bytes = (head + "0".repeat(KEY_DIGITS) + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8);
    }

    /** The next request; valid until the next call. */
    ByteBuffer next() {
        long key = next++;
        for (int i = KEY_DIGITS - 1; i >= 0; i--) {
            bytes[keyAt + i] = HEX[(int) (key & 0xf)];
            key >>>= 4;
        }
        return ByteBuffer.wrap(bytes);
    }
}
