package com.byajbook.api.loans;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a loan's instalments are collected by themselves, as the contract shows it; the loan engine writes it, and it is passed
 * on unread.
 *
 * @param reason why it was rejected or has ended, where that was not the borrower's wish
 * @param instalments those of which notice was given
 */
@Schema
record Autopay(
        UUID loanId,

        @Schema(allowableValues = {"OFF", "REQUESTED", "ACTIVE", "REJECTED", "REVOKED"})
        String status,

        @Nullable String reason,
        @Nullable Instant updatedAt,
        List<Collected> instalments) {

    /** An instalment; {@code nextAttemptAt} while another attempt will be made. */
    @Schema(name = "CollectedInstalment")
    record Collected(
            int number,
            LocalDate dueDate,
            Instant noticedAt,

            @Schema(allowableValues = {"NOTICED", "ASKED", "PAID", "SKIPPED", "GIVEN_UP"})
            String status,

            int attempts,
            @Nullable Instant nextAttemptAt) {}
}
