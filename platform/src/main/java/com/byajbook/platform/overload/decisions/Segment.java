package com.byajbook.platform.overload.decisions;

import com.byajbook.platform.overload.admission.GateState;
import java.time.Instant;
import java.util.Arrays;

/**
 * One part of a log: the gate's state, and what happened from then on.
 *
 * @param beganAt by the calendar
 * @param beganNanos by the gate's clock
 */
record Segment(Instant beganAt, long beganNanos, GateState state, byte[] events) {

    static Segment decode(byte[] bytes) {
        LogCursor cursor = new LogCursor(bytes);
        Instant beganAt = Instant.ofEpochMilli(cursor.getSigned());
        long beganNanos = cursor.getSigned();
        GateState state = StateCodec.getState(cursor);
        return new Segment(beganAt, beganNanos, state, cursor.getBytes(cursor.left()));
    }

    /** The state of a gate that goes on from here is the same to the last bit. */
    boolean beginsWith(GateState other) {
        return Arrays.equals(bytesOf(state), bytesOf(other));
    }

    private static byte[] bytesOf(GateState state) {
        LogBuffer buffer = new LogBuffer();
        StateCodec.putState(buffer, state);
        return buffer.copy();
    }
}
