package com.byajbook.api.lending;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some of the loans that look for money, as the contract shows them.
 *
 * @param next the cursor of the next page; null on the last
 */
@Schema
record ListingPage(
        List<Listing> items,
        @Schema(types = {"string", "null"}) @Nullable String next) {

    /**
     * A loan that looks for money. Nothing in it says whose it is.
     *
     * @param leftPaise what is not promised yet
     * @param band of the borrower's risk
     */
    @Schema(name = "Listing")
    record Listing(
            UUID loanId,
            long amountPaise,
            long leftPaise,
            int tenureMonths,
            String annualRatePct,
            String purpose,
            String band,
            Instant listedAt,
            Instant expiresAt) {}
}
