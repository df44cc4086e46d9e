package com.byajbook.platform.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Turns the held money of all lenders of a loan into its funds and pays it out to its borrower; payment-flow answers with
 * {@link TransferChanged} of {@code disbursalId}.
 *
 * <p>FAILED means that no money went out. The funds then still wait for the loan, or were never formed because a hold was
 * over: {@link ReturnFunds} gives them back either way.
 *
 * @param netPaise what the borrower gets
 * @param feesPaise what is kept for the platform; with {@code netPaise} the sum of the parts
 * @param parts 1 to 1,000
 */
public record DisburseLoan(
        UUID messageId,
        Instant occurredAt,
        UUID disbursalId,
        UUID loanId,
        UUID borrowerId,
        long netPaise,
        long feesPaise,
        List<FundsPart> parts)
        implements Message {

    public DisburseLoan {
        Checks.present("messageId", messageId);
        Checks.present("occurredAt", occurredAt);
        Checks.present("disbursalId", disbursalId);
        Checks.present("loanId", loanId);
        Checks.present("borrowerId", borrowerId);
        Checks.positive("netPaise", netPaise);
        Checks.notNegative("feesPaise", feesPaise);
        parts = Checks.some("parts", parts);
        FundsPart.requireSum(parts, Math.addExact(netPaise, feesPaise));
    }

    @Override
    public UUID businessKey() {
        return loanId;
    }
}
