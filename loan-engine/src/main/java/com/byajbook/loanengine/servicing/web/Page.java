package com.byajbook.loanengine.servicing.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next what to ask the next page with, as {@code after}; null on the last one
 */
record Page<T>(List<T> items, @Nullable String next) {

    /** One more than fits was asked for: whether it came says whether there is another page. */
    static <T> Page<T> of(List<T> found, int size, Function<T, String> position) {
        if (found.size() <= size) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, size);
        return new Page<>(items, position.apply(items.get(size - 1)));
    }
}
