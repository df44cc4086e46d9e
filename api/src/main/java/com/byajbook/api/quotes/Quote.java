package com.byajbook.api.quotes;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/** The quote as the contract shows it; the loan engine writes it, and it is passed on unread. */
@Schema
record Quote(
        long amountPaise,
        int tenureMonths,
        String annualRatePct,
        String aprPct,
        long emiPaise,
        long totalInterestPaise,
        long totalFeesPaise,
        long netDisbursedPaise,
        long totalPayablePaise,
        List<Instalment> schedule) {

    /** One row of the schedule. */
    @Schema(name = "Instalment")
    record Instalment(
            int number, LocalDate dueDate, long principalPaise, long interestPaise, long emiPaise, long balancePaise) {}
}
