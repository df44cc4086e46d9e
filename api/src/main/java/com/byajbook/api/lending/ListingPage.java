package com.byajbook.api.lending;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Some of the loans that look for money, as the contract shows them.
 *
 * @param next the cursor of the next page; null on the last
 */
@Schema
record ListingPage(
        List<Map<String, Object>> items,
        @Schema(types = {"string", "null"}) @Nullable String next) {}
