package com.byajbook.platform.control;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** Binds what may be null, which the driver wants to hear the type of. */
final class Columns {

    private Columns() {}

    static GenericExecuteSpec bind(GenericExecuteSpec statement, int index, @Nullable Long value) {
        return value == null ? statement.bindNull(index, Long.class) : statement.bind(index, value);
    }

    static GenericExecuteSpec bind(GenericExecuteSpec statement, int index, @Nullable Instant value) {
        return value == null
                ? statement.bindNull(index, OffsetDateTime.class)
                : statement.bind(index, value.atOffset(ZoneOffset.UTC));
    }
}
