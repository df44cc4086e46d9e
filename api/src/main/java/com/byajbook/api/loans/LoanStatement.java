package com.byajbook.api.loans;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page of what was booked on a loan, as the contract shows it; the loan engine writes it, and it is passed on unread. */
@Schema
record LoanStatement(
        List<Line> items,
        @Schema(types = {"string", "null"}) @Nullable String next) {

    /**
     * One booking.
     *
     * @param number grows along the statement, and may leave numbers out
     * @param paymentId of a repayment
     */
    @Schema(name = "LoanStatementLine")
    record Line(
            int number,
            Instant at,
            String kind,
            long penaltyPaise,
            long feePaise,
            long interestPaise,
            long principalPaise,
            long excessPaise,
            @Nullable UUID paymentId) {}
}
