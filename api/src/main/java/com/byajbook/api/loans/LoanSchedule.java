package com.byajbook.api.loans;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The instalments of a loan, as the contract shows them; the loan engine writes them, and they are passed on unread.
 *
 * @param outstandingPaise the principal that is owed; null until the loan is paid out
 */
@Schema
record LoanSchedule(
        UUID loanId,
        long emiPaise,
        @Schema(types = {"integer", "null"}) @Nullable Long outstandingPaise,
        List<Row> schedule) {

    /**
     * An instalment.
     *
     * @param emiPaise its principal and interest
     * @param balancePaise the principal that the instalments after it repay
     * @param penaltyPaise what was charged for paying late, beside {@code emiPaise} as fees are
     * @param paidPaise what was paid of all of it
     */
    @Schema(name = "LoanScheduleRow")
    record Row(
            int number,
            LocalDate dueDate,
            long principalPaise,
            long interestPaise,
            long emiPaise,
            long balancePaise,
            long penaltyPaise,
            long feePaise,
            long paidPaise,

            @Schema(allowableValues = {"PAID", "DUE", "OVERDUE", "UPCOMING"})
            String status) {}
}
