package com.byajbook.api.web;

import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param cursor as the page before gave it; null for the first page
 * @param limit the most items
 */
public record PageRequest(@Nullable String cursor, int limit) {

    public static final String DEFAULT_LIMIT = "20";
    private static final int MAX_LIMIT = 100;

    /** Opaque, but not anything: what cannot be a cursor never reaches the owner's query. */
    private static final Pattern CURSOR = Pattern.compile("[A-Za-z0-9_-]{1,256}");

    /** The part that the query parameters name. */
    public static PageRequest of(@Nullable String cursor, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Failure.invalid(ProblemType.INVALID_PARAMETER, "limit must lie between 1 and " + MAX_LIMIT + ".");
        }
        if (cursor != null && !CURSOR.matcher(cursor).matches()) {
            throw invalidCursor();
        }
        return new PageRequest(cursor, limit);
    }

    /** The refusal of a cursor. */
    public static Failure invalidCursor() {
        return Failure.invalid(ProblemType.INVALID_CURSOR, "Use a cursor exactly as the page before gave it.");
    }
}
