package com.byajbook.api.wallet;

import com.byajbook.platform.message.TransferChanged;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that is no repayment, as its owner sees it, the same whether the projection, payment-flow or the intake answered.
 *
 * @param loanId of a disbursal or refund
 * @param version 0 until payment-flow has taken it, then growing with each change
 * @param utr the bank's reference, once the money moved
 * @param reason why it failed, is unknown or came back
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Transfer")
public record TransferView(
        UUID id,

        @Schema(allowableValues = {"DEPOSIT", "DISBURSAL", "PAYOUT", "WITHDRAWAL", "REFUND"})
        String purpose,

        @Nullable UUID loanId,

        @Schema(allowableValues = {"PENDING", "SUCCEEDED", "FAILED", "UNKNOWN", "REVERSED"})
        String status,

        int version,
        long amountPaise,
        @Nullable String utr,
        @Nullable String reason,
        Instant updatedAt) {

    /** The kind of its live events. */
    public static final String KIND = "transfer";

    static final String PENDING = "PENDING";
    private static final String DEPOSIT = "DEPOSIT";

    /** The transfer after a change. */
    public static TransferView of(TransferChanged changed) {
        return new TransferView(
                changed.transferId(),
                changed.purpose().name(),
                changed.loanId(),
                changed.status().name(),
                changed.transferVersion(),
                changed.amountPaise(),
                changed.utr(),
                changed.reason(),
                changed.occurredAt());
    }

    /** A deposit that is accepted and not yet with its owner. */
    static TransferView accepted(UUID id, DepositRequest request, Instant acceptedAt) {
        return new TransferView(id, DEPOSIT, null, PENDING, 0, request.checkedAmount(), null, null, acceptedAt);
    }

    @JsonIgnore
    boolean isDeposit() {
        return purpose.equals(DEPOSIT);
    }
}
