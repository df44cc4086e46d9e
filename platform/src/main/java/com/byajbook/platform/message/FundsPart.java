package com.byajbook.platform.message;

import java.util.List;
import java.util.UUID;

/**
 * What one lender gives for a loan.
 *
 * @param holdId the commitment's id
 */
public record FundsPart(UUID holdId, UUID lenderId, long amountPaise) {

    public FundsPart {
        Checks.present("holdId", holdId);
        Checks.present("lenderId", lenderId);
        Checks.positive("amountPaise", amountPaise);
    }

    static void requireSum(List<FundsPart> parts, long paise) {
        long sum = parts.stream().mapToLong(FundsPart::amountPaise).reduce(0, Math::addExact);
        if (sum != paise) {
            throw new IllegalArgumentException("the parts are " + sum + " paise and not " + paise);
        }
    }
}
