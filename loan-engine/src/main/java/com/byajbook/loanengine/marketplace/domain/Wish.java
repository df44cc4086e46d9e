package com.byajbook.loanengine.marketplace.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A lender's wish to put money into a loan.
 *
 * @param askedAt when it was accepted
 */
public record Wish(
        UUID commitmentId, UUID loanId, UUID lenderId, boolean kycVerified, long amountPaise, Instant askedAt) {}
