package com.byajbook.loadtests.bench.openloop;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a request, with one place for an idempotency key where it has one.
 *
 * @param kind what it asks for
 * @param bytes the whole request
 * @param keyAt where the sixteen digits of the key begin; negative where there is none
 */
record Template(Kind kind, byte[] bytes, int keyAt) {
    private static final int KEY_DIGITS = 16;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    static Template get(Kind kind, String host, String path, String token) {
        return new Template(kind, (head("GET", host, path, token) + "\r\n").getBytes(StandardCharsets.UTF_8), -1);
    }

    static Template post(Kind kind, String host, String path, String token, String keyPrefix, String body) {
        String head = head("POST", host, path, token) + "Content-Type: application/json\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\nIdempotency-Key: " + keyPrefix;
        byte[] bytes = (head + "0".repeat(KEY_DIGITS) + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8);
        return new Template(kind, bytes, head.length());
    }

    private static String head(String method, String host, String path, String token) {
        return method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer " + token + "\r\n";
    }

    /** The request with this key; valid until the next call. */
    ByteBuffer with(long key) {
        long left = key;
        for (int i = KEY_DIGITS - 1; keyAt >= 0 && i >= 0; i--) {
            bytes[keyAt + i] = HEX[(int) (left & 0xf)];
            left >>>= 4;
        }
        return ByteBuffer.wrap(bytes);
    }
}
