package com.byajbook.platform.overload.decisions;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that are appended to. Numbers take as many bytes as they need; the buffer grows once and is used again. */
final class LogBuffer {

    private static final int FIRST = 8 * 1024;
    private static final int BITS = 7;
    private static final int MORE = 0x80;

    private byte[] bytes = new byte[FIRST];
    private int size;

    /** Makes sure that so many bytes can follow. */
    void room(int needed) {
        if (bytes.length - size < needed) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + needed));
        }
    }

    void put(int value) {
        bytes[size++] = (byte) value;
    }

    /** At most 10 bytes; few for a small one. */
    void putUnsigned(long value) {
        long rest = value;
        while ((rest & -MORE) != 0) {
            bytes[size++] = (byte) (rest | MORE);
            rest >>>= BITS;
        }
        bytes[size++] = (byte) rest;
    }

    /** At most 10 bytes; few for one near 0. */
    void putSigned(long value) {
        putUnsigned((value << 1) ^ (value >> (Long.SIZE - 1)));
    }

    void putFixed(long value) {
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    void putText(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        putUnsigned(encoded.length);
        putAll(encoded);
    }

    void putAll(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, size);
    }
}
