package com.byajbook.platform.overload.decisions;

/** A decision log that cannot be read, or that does not say what is asked of it; the message is for the person who asked. */
public final class DecisionLogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DecisionLogException(String message) {
        super(message);
    }

    static DecisionLogException foreign() {
        return new DecisionLogException("This is not a decision log of ByajBook. "
                + "./byajbook decisions SERVICE GATE --out FILE downloads one.");
    }

    static DecisionLogException newer(int version, int known) {
        return new DecisionLogException(
                "This decision log has format version " + version + ", and this program knows versions up to " + known
                        + ". Use the program of the release that wrote it.");
    }

    static DecisionLogException truncated() {
        return new DecisionLogException("This decision log is incomplete: it ends too early. Download it again.");
    }

    static DecisionLogException damaged(String what) {
        return new DecisionLogException("This decision log is damaged: " + what + ". Download it again.");
    }
}
