package com.byajbook.api.lending;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a lender has in loans, as the contract shows it.
 *
 * @param investedPaise what was put into loans that were paid out
 * @param next the cursor of the next page; null on the last
 */
@Schema
record Portfolio(
        long investedPaise,
        long outstandingPaise,
        long receivedPaise,
        List<Map<String, Object>> items,
        @Schema(types = {"string", "null"}) @Nullable String next) {}
