package com.byajbook.platform.invariant;

import com.byajbook.platform.postgres.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * What a look at a bounded part of what there is found.
 *
 * @param looked how many were looked at
 * @param violations how many of them break the invariant
 * @param example one that does; null when none does
 * @param next where the next look goes on, as the check understands it
 */
public record Part(long looked, long violations, @Nullable String example, String next) {

    /** Where the first look begins, and every look at what is looked at as a whole. */
    public static final String BEGINNING = "";

    /** The one row of a query with {@code looked}, {@code violations}, {@code example} and, as text, {@code next}. */
    public static Mono<Part> of(DatabaseClient.GenericExecuteSpec query) {
        return query.map(row -> new Part(
                        Rows.get(row, "looked", Long.class),
                        Rows.get(row, "violations", Long.class),
                        row.get("example", String.class),
                        Rows.get(row, "next", String.class)))
                .one();
    }

    /** As {@link #of}, of a query that has no {@code next}: each look begins anew. */
    public static Mono<Part> whole(DatabaseClient.GenericExecuteSpec query) {
        return query.map(row -> new Part(
                        Rows.get(row, "looked", Long.class),
                        Rows.get(row, "violations", Long.class),
                        row.get("example", String.class),
                        BEGINNING))
                .one();
    }
}
