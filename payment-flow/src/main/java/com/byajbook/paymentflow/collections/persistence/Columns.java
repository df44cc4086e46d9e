package com.byajbook.paymentflow.collections.persistence;

import java.lang.reflect.Array;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns rows into columns: a batch is written by one statement over arrays. */
final class Columns {

    private Columns() {}

    @SuppressWarnings("unchecked")
    static <R, T> T[] of(List<R> rows, Class<T> type, Function<R, ? extends @Nullable T> value) {
        return rows.stream().map(value).toArray(size -> (T[]) Array.newInstance(type, size));
    }
}
