package com.byajbook.api.web;

import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** What the fields of a body must hold. Written out, not declared: it lies on the path of every accepted request. */
public final class Fields {

    private Fields() {}

    /** An integer within bounds, both included. */
    public static long within(String field, @Nullable Long value, long min, long max) {
        if (value == null) {
            throw invalid(field + " is missing.");
        }
        if (value < min || value > max) {
            throw invalid(field + " must lie between " + min + " and " + max + ".");
        }
        return value;
    }

    /** An integer within bounds, both included. */
    public static int within(String field, @Nullable Integer value, int min, int max) {
        return (int) within(field, value == null ? null : Long.valueOf(value), min, max);
    }

    /** A text of bounded length that has something to read in it, and no control characters. */
    public static String text(String field, @Nullable String value, int maxLength) {
        if (value == null) {
            throw invalid(field + " is missing.");
        }
        if (value.isBlank() || value.length() > maxLength) {
            throw invalid(field + " must have 1 to " + maxLength + " characters.");
        }
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                throw invalid(field + " must not have control characters.");
            }
        }
        return value;
    }

    /** The refusal of a field. */
    public static Failure invalid(String detail) {
        return Failure.invalid(ProblemType.INVALID_FIELD, detail);
    }
}
