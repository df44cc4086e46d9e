package com.byajbook.localstack.sandbox.http;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks of single fields; each refusal names its field. */
public final class Check {
    private Check() {}

    /** Present, and fits the pattern. */
    public static String text(String field, @Nullable String value, String pattern, String meaning) {
        if (value == null || !value.matches(pattern)) {
            throw new BadInput("Field '" + field + "' must be " + meaning + ".");
        }
        return value;
    }

    /** Present, and within both bounds. */
    public static long within(String field, @Nullable Long value, long min, long max) {
        if (value == null || value < min || value > max) {
            throw new BadInput("Field '" + field + "' must be an integer from " + min + " to " + max + ".");
        }
        return value;
    }

    /** Within both bounds, or absent. */
    public static long withinOr(String field, @Nullable Long value, long min, long max, long byDefault) {
        return value == null ? byDefault : within(field, value, min, max);
    }

    /** A UUID in its canonical form. */
    public static UUID uuid(String field, @Nullable String value) {
        String text = text(
                field, value, "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}", "a UUID");
        return UUID.fromString(text);
    }

    /** One of the enum's names. */
    public static <E extends Enum<E>> E oneOf(String field, @Nullable String value, Class<E> type, E byDefault) {
        if (value == null) {
            return byDefault;
        }
        for (E candidate : type.getEnumConstants()) {
            if (candidate.name().equals(value)) {
                return candidate;
            }
        }
        throw new BadInput(
                "Field '" + field + "' must be one of " + java.util.Arrays.toString(type.getEnumConstants()) + ".");
    }
}
