package com.byajbook.loanengine.lifecycle.usecase;

import com.byajbook.platform.message.LoanChanged;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A loan that was offered, as it is now, terms included. Kept still by the lock under which it was read.
 *
 * @param status never DECLINED or REFERRED: these have no terms and go nowhere
 * @param feesPaise what is kept from the disbursal
 */
public record LoanNow(
        UUID loanId,
        UUID borrowerId,
        LoanChanged.Status status,
        int version,
        long amountPaise,
        int tenureMonths,
        String purpose,
        Instant receivedAt,
        Instant decidedAt,
        BigDecimal annualRatePercent,
        BigDecimal aprPercent,
        long emiPaise,
        long feesPaise,
        long totalPayablePaise,
        String kfsHash) {}
