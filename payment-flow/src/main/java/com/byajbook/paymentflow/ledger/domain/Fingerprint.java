package com.byajbook.paymentflow.ledger.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Gathers a content line by line and makes the first 128 bits of its SHA-256, which a column of a UUID holds. */
final class Fingerprint {

    private static final int LONGEST_LINE = 64;

    private final ByteBuffer content;

    Fingerprint(int lines) {
        this.content = ByteBuffer.allocate((lines + 1) * LONGEST_LINE);
    }

    void add(String name, UUID id, long number) {
        content.put(name.getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
        content.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        content.putLong(number);
    }

    UUID take() {
        ByteBuffer digest = ByteBuffer.wrap(sha256(content.flip()));
        return new UUID(digest.getLong(), digest.getLong());
    }

    private static byte[] sha256(ByteBuffer content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(content);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
