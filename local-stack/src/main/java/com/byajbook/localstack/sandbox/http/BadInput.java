package com.byajbook.localstack.sandbox.http;

/** A request that the sandbox refuses because of what the caller sent; becomes a JSON problem with this status. */
public final class BadInput extends RuntimeException {
    private final int status;
    private final String detail;

    /** A 400 with a sentence that tells the caller what to change. */
    public BadInput(String detail) {
        this(400, detail);
    }

    /** Any other 4xx, for what is not malformed but still the caller's to mend. */
    public BadInput(int status, String detail) {
        // No stack trace: it is an answer, and a load test may ask for many of them.
        super(detail, null, false, false);
        this.status = status;
        this.detail = detail;
    }

    int status() {
        return status;
    }

    String detail() {
        return detail;
    }
}
