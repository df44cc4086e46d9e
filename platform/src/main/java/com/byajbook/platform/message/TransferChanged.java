package com.byajbook.platform.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that is no repayment reached a state that its owner may see. (Repayments have {@link PaymentChanged}.)
 *
 * @param loanId of a disbursal or refund; null for what belongs to no loan
 * @param userId who pays or is paid
 * @param transferVersion grows with every change; a reader ignores what is older than what it has
 * @param utr the bank's unique transaction reference, once the money moved
 * @param reason why it failed, is unknown or came back
 */
public record TransferChanged(
        UUID messageId,
        Instant occurredAt,
        UUID transferId,
        Purpose purpose,
        @Nullable UUID loanId,
        UUID userId,
        int transferVersion,
        Status status,
        long amountPaise,
        @Nullable String utr,
        @Nullable String reason)
        implements Message {

    public TransferChanged {
        Checks.present("messageId", messageId);
        Checks.present("occurredAt", occurredAt);
        Checks.present("transferId", transferId);
        Checks.present("purpose", purpose);
        Checks.present("userId", userId);
        Checks.positive("transferVersion", transferVersion);
        Checks.present("status", status);
        Checks.positive("amountPaise", amountPaise);
    }

    @Override
    public UUID businessKey() {
        return transferId;
    }

    /** What the money is for. */
    public enum Purpose {
        /** From a lender's bank into the lender's wallet. */
        DEPOSIT,
        /** From the lenders' escrow to the borrower. */
        DISBURSAL,
        /** What a lender got back from borrowers, to the lender's bank. */
        PAYOUT,
        /** From a lender's wallet back to the lender's bank. */
        WITHDRAWAL,
        /** What a borrower paid too much, back to the borrower. */
        REFUND
    }

    /** What its owner sees. */
    public enum Status {
        PENDING,
        SUCCEEDED,
        FAILED,
        UNKNOWN,
        /** It had succeeded, and the bank sent it back. */
        REVERSED
    }
}
