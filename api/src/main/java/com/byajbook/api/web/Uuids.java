package com.byajbook.api.web;

import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** UUIDs as callers write them: 36 characters and nothing else. Java's own reader would take {@code 1-1-1-1-1}. */
public final class Uuids {

    private static final int LENGTH = 36;

    private Uuids() {}

    /** The id in a field of a body. */
    public static UUID inField(String field, @Nullable String text) {
        UUID id = text == null ? null : parse(text);
        if (id == null) {
            throw Failure.invalid(ProblemType.INVALID_FIELD, field + " must be a UUID.");
        }
        return id;
    }

    /** The id in a path. */
    public static UUID inPath(String text) {
        UUID id = parse(text);
        if (id == null) {
            throw Failure.invalid(ProblemType.INVALID_PARAMETER, "The id in the path must be a UUID.");
        }
        return id;
    }

    /** The id, or null when the text is not one. */
    private static @Nullable UUID parse(String text) {
        if (text.length() != LENGTH) {
            return null;
        }
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text.toLowerCase(Locale.ROOT)) ? id : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
