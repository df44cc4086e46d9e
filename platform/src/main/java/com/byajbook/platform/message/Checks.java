package com.byajbook.platform.message;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The refusals that the constructors of messages share. */
final class Checks {

    /** A loan of ₹10 lakh in parts of ₹1,000 has 1,000 lenders. */
    private static final int MOST = 1_000;

    private Checks() {}

    static void present(String name, @Nullable Object value) {
        Objects.requireNonNull(value, () -> name + " is missing");
    }

    static void text(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is missing or blank");
        }
    }

    static void positive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be positive, but is " + value);
        }
    }

    static void notNegative(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must not be negative, but is " + value);
        }
    }

    /** A copy of 1 to {@value #MOST} of them. */
    static <T> List<T> some(String name, List<T> values) {
        if (values.isEmpty() || values.size() > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " " + name + ", but there are " + values.size());
        }
        return List.copyOf(values);
    }
}
