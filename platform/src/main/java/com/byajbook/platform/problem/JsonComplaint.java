package com.byajbook.platform.problem;

import org.springframework.core.codec.DecodingException;

/** What is wrong with a body, in words that are safe to show to the caller. */
public final class JsonComplaint extends DecodingException {

    private static final long serialVersionUID = 1L;

    private final String words;

    public JsonComplaint(String words) {
        super(words);
        this.words = words;
    }

    @Override
    public String getMessage() {
        return words;
    }
}
