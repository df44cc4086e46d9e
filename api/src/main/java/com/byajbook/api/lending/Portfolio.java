package com.byajbook.api.lending;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a lender has in loans, as the contract shows it.
 *
 * @param investedPaise what was put into loans that were paid out
 * @param outstandingPaise what of it borrowers still owe
 * @param receivedPaise what they have paid back, interest included
 * @param next the cursor of the next page; null on the last
 */
@Schema
record Portfolio(
        long investedPaise,
        long outstandingPaise,
        long receivedPaise,
        List<Share> items,
        @Schema(types = {"string", "null"}) @Nullable String next) {

    /** A lender's part in one loan. Nothing in it says whose the loan is. */
    @Schema(name = "Share")
    record Share(
            UUID loanId,
            LocalDate disbursedOn,
            String status,
            String arrears,
            long principalPaise,
            long outstandingPaise,
            long receivedPaise) {}
}
