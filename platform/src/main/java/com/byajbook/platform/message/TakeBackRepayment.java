package com.byajbook.platform.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Takes a repayment back from where it was shared out to, because the bank has taken it back from us; payment-flow takes what
 * has not left yet. What has left stays owed.
 *
 * @param paymentId of the repayment; it is taken back once
 * @param split what it had paid
 * @param parts what each lender gives back, each more than 0, together interest and principal
 */
public record TakeBackRepayment(
        UUID messageId,
        Instant occurredAt,
        UUID paymentId,
        UUID loanId,
        RepaymentSplit split,
        List<DistributeRepayment.Part> parts)
        implements Message {

    public TakeBackRepayment {
        Checks.present("messageId", messageId);
        Checks.present("occurredAt", occurredAt);
        Checks.present("paymentId", paymentId);
        Checks.present("loanId", loanId);
        Checks.present("split", split);
        parts = DistributeRepayment.checked(parts, split);
    }

    @Override
    public UUID businessKey() {
        return loanId;
    }
}
