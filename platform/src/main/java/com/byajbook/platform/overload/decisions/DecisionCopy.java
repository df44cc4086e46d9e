package com.byajbook.platform.overload.decisions;

import java.time.Instant;
import java.util.List;

/** A copy of a gate's record, to be written as a log; see docs/reference/decision-log.md. */
public final class DecisionCopy {

    private final String gate;
    private final Instant takenAt;
    private final List<byte[]> segments;

    DecisionCopy(String gate, Instant takenAt, List<byte[]> segments) {
        this.gate = gate;
        this.takenAt = takenAt;
        this.segments = segments;
    }

    /** The log as it is stored and sent. */
    public byte[] encode() {
        return LogFile.encode(gate, takenAt, segments);
    }
}
