package com.byajbook.api.intake.domain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The SHA-256 of a canonical body: what says whether a key came back with the same request. */
public final class BodyHash {

    private static final int LENGTH = 32;

    private final byte[] bytes;

    private BodyHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The hash of a rendering. */
    public static BodyHash of(byte[] rendering) {
        try {
            return new BodyHash(MessageDigest.getInstance("SHA-256").digest(rendering));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** A hash that was computed before. */
    public static BodyHash stored(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a SHA-256 has 32 bytes, not " + bytes.length);
        }
        return new BodyHash(bytes.clone());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BodyHash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** In hex. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
