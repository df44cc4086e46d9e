package com.byajbook.platform.web;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The id that a request, its answer, its problem and our logs share. */
public final class CorrelationId {

    public static final String HEADER = "X-Correlation-Id";
    private static final int MAX_LENGTH = 64;

    private CorrelationId() {}

    /** The caller's, when it is a sensible one, else a fresh one. */
    public static String of(@Nullable String given) {
        return given != null && isSensible(given) ? given : fresh();
    }

    private static String fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private static boolean isSensible(String given) {
        if (given.isEmpty() || given.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < given.length(); i++) {
            char c = given.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_')) {
                return false;
            }
        }
        return true;
    }
}
