package com.byajbook.loanengine.loans;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A loan as its borrower may see it.
 *
 * @param version grows with every change
 * @param reasons stable codes; empty unless it was declined or referred, has expired or was cancelled
 * @param annualRatePct a decimal with the digits that it was shown with; null, like all terms, where nothing was offered
 */
record LoanView(
        UUID id,
        String status,
        int version,
        long amountPaise,
        int tenureMonths,
        String purpose,
        List<String> reasons,
        @Nullable String annualRatePct,
        @Nullable String aprPct,
        @Nullable Long emiPaise,
        @Nullable Long totalPayablePaise,
        @Nullable String kfsHash,
        Instant receivedAt,
        Instant decidedAt) {}
