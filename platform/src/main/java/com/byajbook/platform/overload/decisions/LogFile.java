package com.byajbook.platform.overload.decisions;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/** The frame of a log: what it is, of which gate, and whether it is whole. */
record LogFile(String gate, Instant takenAt, List<byte[]> segments) {

    static final int VERSION = 1;
    private static final byte[] MAGIC = "BYAJDECN".getBytes(StandardCharsets.US_ASCII);
    private static final int SUM_BYTES = Long.BYTES;
    private static final int NUMBER_AT_MOST = 10;

    static byte[] encode(String gate, Instant takenAt, List<byte[]> segments) {
        LogBuffer file = new LogBuffer();
        file.putAll(MAGIC);
        file.put(VERSION);
        file.room(NUMBER_AT_MOST);
        file.putText(gate);
        file.room(2 * NUMBER_AT_MOST);
        file.putSigned(takenAt.toEpochMilli());
        file.putUnsigned(segments.size());
        for (byte[] segment : segments) {
            file.room(NUMBER_AT_MOST);
            file.putUnsigned(segment.length);
            file.putAll(segment);
        }
        file.room(SUM_BYTES);
        file.putFixed(sumOf(file.copy(), file.size()));
        return file.copy();
    }

    /** Reads the frame; throws {@link DecisionLogException} when it is not a whole log of a known version. */
    static LogFile decode(byte[] file) {
        checkKind(file);
        int end = file.length - SUM_BYTES;
        if (end <= MAGIC.length) {
            throw DecisionLogException.truncated();
        }
        LogCursor cursor = new LogCursor(file, MAGIC.length + 1, end);
        String gate = cursor.getText();
        Instant takenAt = Instant.ofEpochMilli(cursor.getSigned());
        int count = cursor.getCount();
        List<byte[]> segments = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            segments.add(cursor.getBytes(cursor.getCount()));
        }
        if (!cursor.isAtEnd()) {
            throw DecisionLogException.damaged("it is longer than it says");
        }
        if (new LogCursor(file, end, file.length).getFixed() != sumOf(file, end)) {
            throw DecisionLogException.damaged("its checksum is wrong");
        }
        return new LogFile(gate, takenAt, segments);
    }

    private static void checkKind(byte[] file) {
        int known = Math.min(file.length, MAGIC.length);
        if (file.length == 0 || !Arrays.equals(file, 0, known, MAGIC, 0, known)) {
            throw DecisionLogException.foreign();
        }
        if (file.length <= MAGIC.length) {
            throw DecisionLogException.truncated();
        }
        int version = file[MAGIC.length];
        if (version > VERSION) {
            throw DecisionLogException.newer(version, VERSION);
        }
        if (version < 1) {
            throw DecisionLogException.damaged("it has no format version");
        }
    }

    private static long sumOf(byte[] bytes, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, length);
        return sum.getValue();
    }
}
