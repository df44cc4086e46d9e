package com.byajbook.platform.overload.decisions;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what a {@link LogBuffer} wrote, and never past its end. */
final class LogCursor {

    private static final int BITS = 7;
    private static final int MORE = 0x80;
    private static final int LOW = 0x7f;
    private static final int BYTE = 0xff;

    private final byte[] bytes;
    private final int end;
    private int at;

    LogCursor(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    LogCursor(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
    }

    boolean isAtEnd() {
        return at == end;
    }

    int left() {
        return end - at;
    }

    int get() {
        if (at >= end) {
            throw DecisionLogException.truncated();
        }
        return bytes[at++] & BYTE;
    }

    long getUnsigned() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += BITS) {
            int next = get();
            value |= (long) (next & LOW) << shift;
            if ((next & MORE) == 0) {
                return value;
            }
        }
        throw DecisionLogException.damaged("a number without an end");
    }

    long getSigned() {
        long value = getUnsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    /** A number that is a size, and so no larger than what is left. */
    int getCount() {
        long count = getUnsigned();
        if (count < 0 || count > left()) {
            throw DecisionLogException.truncated();
        }
        return (int) count;
    }

    int getInt() {
        long value = getUnsigned();
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw DecisionLogException.damaged("a number out of its bounds");
        }
        return (int) value;
    }

    long getFixed() {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = value << Byte.SIZE | get();
        }
        return value;
    }

    String getText() {
        return new String(getBytes(getCount()), StandardCharsets.UTF_8);
    }

    byte[] getBytes(int count) {
        if (count > left()) {
            throw DecisionLogException.truncated();
        }
        byte[] taken = Arrays.copyOfRange(bytes, at, at + count);
        at += count;
        return taken;
    }
}
