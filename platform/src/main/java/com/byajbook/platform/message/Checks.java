package com.byajbook.platform.message;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The refusals that the constructors of messages share. */
final class Checks {

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
}
