package com.byajbook.loanengine.underwriting.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * What a borrower asked for.
 *
 * @param kycVerified whether the borrower's identity was verified when the application was accepted
 * @param receivedAt when it was accepted
 */
public record Application(
        UUID loanId,
        UUID borrowerId,
        boolean kycVerified,
        long amountPaise,
        int tenureMonths,
        String purpose,
        Instant receivedAt) {}
