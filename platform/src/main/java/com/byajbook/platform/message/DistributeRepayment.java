package com.byajbook.platform.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Shares a repayment that came in out among the lenders, as the loan engine allocated it; payment-flow books it and tells
 * the payer by {@link PaymentChanged} what was paid.
 *
 * @param paymentId of the repayment; it is shared out once
 * @param parts what each lender gets, each more than 0, together interest and principal
 */
public record DistributeRepayment(
        UUID messageId,
        Instant occurredAt,
        UUID paymentId,
        UUID loanId,
        UUID borrowerId,
        RepaymentSplit split,
        List<Part> parts)
        implements Message {

    public DistributeRepayment {
        Checks.present("messageId", messageId);
        Checks.present("occurredAt", occurredAt);
        Checks.present("paymentId", paymentId);
        Checks.present("loanId", loanId);
        Checks.present("borrowerId", borrowerId);
        Checks.present("split", split);
        parts = checked(parts, split);
    }

    /** A copy of the parts, which are together what lenders have of the split. */
    static List<Part> checked(List<Part> parts, RepaymentSplit split) {
        long sum = parts.stream().mapToLong(Part::amountPaise).reduce(0, Math::addExact);
        if (sum != split.lendersPaise()) {
            throw new IllegalArgumentException(
                    "the parts are " + sum + " paise and not the lenders' " + split.lendersPaise());
        }
        return List.copyOf(parts);
    }

    @Override
    public UUID businessKey() {
        return loanId;
    }

    /** What one lender gets. */
    public record Part(UUID lenderId, long amountPaise) {

        public Part {
            Checks.present("lenderId", lenderId);
            Checks.positive("amountPaise", amountPaise);
        }
    }
}
