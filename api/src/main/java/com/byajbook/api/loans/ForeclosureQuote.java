package com.byajbook.api.loans;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What closes a loan, as the contract shows it; the loan engine writes it, and it is passed on unread.
 *
 * @param validOn the day for which it holds
 * @param coolingOff whether this is the way out of the cooling-off days
 */
@Schema
record ForeclosureQuote(
        UUID loanId,
        LocalDate validOn,
        boolean coolingOff,
        long principalPaise,
        long interestPaise,
        long penaltyPaise,
        long feePaise,
        long totalPaise) {}
