package com.byajbook.api.loans;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of a borrower's loans, newest first.
 *
 * @param next the cursor of the next page; null on the last
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record LoanPage(
        List<LoanView> items,
        @Schema(types = {"string", "null"}) @Nullable String next) {}
