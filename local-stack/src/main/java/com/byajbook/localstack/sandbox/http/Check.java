package com.byajbook.localstack.sandbox.http;

import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of single fields; each refusal names its field. */
public final class Check {
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern IDENTIFIER = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private Check() {}

    /** An identifier of the caller's: 1 to 128 visible ASCII characters. */
    public static String identifier(String field, @Nullable String value) {
        return text(field, value, IDENTIFIER, "1 to 128 visible characters");
    }

    /** Present, and fits the pattern. */
    public static String text(String field, @Nullable String value, Pattern pattern, String meaning) {
        if (value == null || !pattern.matcher(value).matches()) {
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
        return UUID.fromString(text(field, value, UUID_TEXT, "a UUID"));
    }

    /** One of the enum's names, or absent. */
    public static <E extends Enum<E>> E oneOf(String field, @Nullable String value, Class<E> type, E byDefault) {
        return value == null ? byDefault : oneOf(field, value, type);
    }

    /** One of the enum's names. */
    public static <E extends Enum<E>> E oneOf(String field, @Nullable String value, Class<E> type) {
        for (E candidate : type.getEnumConstants()) {
            if (candidate.name().equals(value)) {
                return candidate;
            }
        }
        throw new BadInput("Field '" + field + "' must be one of " + Arrays.toString(type.getEnumConstants()) + ".");
    }
}
