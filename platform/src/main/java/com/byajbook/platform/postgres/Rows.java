package com.byajbook.platform.postgres;

import io.r2dbc.spi.Readable;

/** Reads columns that the schema declares as not null. */
public final class Rows {

    private Rows() {}

    /**
     * The value of a column that is never null.
     *
     * @throws IllegalStateException when it is null all the same: the query and the schema disagree
     */
    public static <T> T get(Readable row, String column, Class<T> type) {
        T value = row.get(column, type);
        if (value == null) {
            throw new IllegalStateException("column " + column + " is null");
        }
        return value;
    }
}
