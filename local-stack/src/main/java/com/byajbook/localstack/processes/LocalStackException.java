package com.byajbook.localstack.processes;

/** Something a person can mend: the message says what is wrong and what to do about it, so it is shown without a stack trace. */
public class LocalStackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String explanation;

    public LocalStackException(String message) {
        super(message);
        this.explanation = message;
    }

    public LocalStackException(String message, Throwable cause) {
        super(message, cause);
        this.explanation = message;
    }

    public String explanation() {
        return explanation;
    }
}
