package com.byajbook.platform.postgres;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows turned into columns: the arrays that {@code unnest} takes, so that a batch costs one statement. Each array has one
 * element for each row, in the order of the rows.
 */
public record Columns<R>(List<R> rows) {

    /** A column of {@code uuid[]}. */
    public UUID[] uuids(Function<R, @Nullable UUID> value) {
        return rows.stream().map(value).toArray(UUID[]::new);
    }

    /** A column of {@code text[]}. */
    public String[] texts(Function<R, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    /** A column of {@code text[]} with the names of an enum. */
    public String[] names(Function<R, ? extends Enum<?>> value) {
        return rows.stream().map(value).map(Enum::name).toArray(String[]::new);
    }

    /** A column of {@code bigint[]}. */
    public Long[] longs(Function<R, @Nullable Long> value) {
        return rows.stream().map(value).toArray(Long[]::new);
    }

    /** A column of {@code int[]}. */
    public Integer[] integers(Function<R, @Nullable Integer> value) {
        return rows.stream().map(value).toArray(Integer[]::new);
    }

    /** A column of {@code boolean[]}. */
    public Boolean[] booleans(Function<R, Boolean> value) {
        return rows.stream().map(value).toArray(Boolean[]::new);
    }

    /** A column of {@code numeric[]}. */
    public BigDecimal[] decimals(Function<R, @Nullable BigDecimal> value) {
        return rows.stream().map(value).toArray(BigDecimal[]::new);
    }

    /** A column of {@code date[]}. */
    public LocalDate[] dates(Function<R, @Nullable LocalDate> value) {
        return rows.stream().map(value).toArray(LocalDate[]::new);
    }

    /** A column of {@code timestamptz[]}. */
    public OffsetDateTime[] instants(Function<R, @Nullable Instant> value) {
        return rows.stream().map(value).map(Columns::utc).toArray(OffsetDateTime[]::new);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
