package com.byajbook.loanengine.underwriting.persistence;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Columns turned into columns: the arrays that {@code unnest} takes, so that a batch costs one round trip. */
record Columns<R>(List<R> rows) {

    UUID[] uuids(Function<R, UUID> value) {
        return rows.stream().map(value).toArray(UUID[]::new);
    }

    String[] texts(Function<R, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    Long[] longs(Function<R, @Nullable Long> value) {
        return rows.stream().map(value).toArray(Long[]::new);
    }

    Integer[] integers(Function<R, @Nullable Integer> value) {
        return rows.stream().map(value).toArray(Integer[]::new);
    }

    Boolean[] booleans(Function<R, Boolean> value) {
        return rows.stream().map(value).toArray(Boolean[]::new);
    }

    BigDecimal[] decimals(Function<R, @Nullable BigDecimal> value) {
        return rows.stream().map(value).toArray(BigDecimal[]::new);
    }

    LocalDate[] dates(Function<R, @Nullable LocalDate> value) {
        return rows.stream().map(value).toArray(LocalDate[]::new);
    }

    OffsetDateTime[] instants(Function<R, Instant> value) {
        return rows.stream().map(value).map(at -> at.atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
    }
}
