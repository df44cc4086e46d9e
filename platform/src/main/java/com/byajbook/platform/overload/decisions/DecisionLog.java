package com.byajbook.platform.overload.decisions;

import com.byajbook.platform.overload.admission.GateState;
import com.byajbook.platform.overload.admission.Journal;
import java.time.Instant;
import java.util.List;

/** What one gate decided for a while, as read from a file. */
public final class DecisionLog {

    private final LogFile file;
    private final List<Segment> segments;

    private DecisionLog(LogFile file, List<Segment> segments) {
        this.file = file;
        this.segments = segments;
    }

    /**
     * Reads a log.
     *
     * @throws DecisionLogException when it is damaged, incomplete, newer than this program, or something else altogether
     */
    public static DecisionLog read(byte[] bytes) {
        LogFile file = LogFile.decode(bytes);
        List<Segment> segments = file.segments().stream().map(Segment::decode).toList();
        if (segments.isEmpty()) {
            throw new DecisionLogException("This decision log is empty: nobody came to gate " + file.gate() + " yet.");
        }
        return new DecisionLog(file, segments);
    }

    /** Whose log it is. */
    public String gate() {
        return file.gate();
    }

    /** When what it tells begins. */
    public Instant from() {
        return segments.get(0).beganAt();
    }

    /** When it was taken. */
    public Instant takenAt() {
        return file.takenAt();
    }

    GateState begin() {
        return segments.get(0).state();
    }

    List<Segment> segments() {
        return segments;
    }

    /** Tells it all, in the order in which it happened. */
    void play(Journal journal) {
        segments.forEach(segment -> play(segment, journal));
    }

    void play(Segment segment, Journal journal) {
        new SegmentReader(gate(), segment, journal).play();
    }
}
