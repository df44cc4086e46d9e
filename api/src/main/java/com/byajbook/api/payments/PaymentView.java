package com.byajbook.api.payments;

import com.byajbook.platform.message.PaymentChanged;
import com.byajbook.platform.message.RepaymentSplit;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment as its payer sees it, the same whether the projection, the owner or the intake answered.
 *
 * @param version 0 until payment-flow has taken the payment, then growing with each change
 * @param utr the bank's reference, once the money moved
 * @param reason why it failed, is unknown or came back
 * @param split what it paid, once it is allocated
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Payment")
public record PaymentView(
        UUID id,
        UUID loanId,

        @Schema(allowableValues = {"PENDING", "SUCCEEDED", "FAILED", "UNKNOWN", "REVERSED"})
        String status,

        int version,
        long amountPaise,
        @Nullable String utr,
        @Nullable String reason,
        @Nullable Split split,
        Instant updatedAt) {

    /** The kind of its live events. */
    public static final String KIND = "payment";

    static final String PENDING = "PENDING";

    /** The payment after a change. */
    public static PaymentView of(PaymentChanged changed) {
        return new PaymentView(
                changed.paymentId(),
                changed.loanId(),
                changed.status().name(),
                changed.paymentVersion(),
                changed.amountPaise(),
                changed.utr(),
                changed.reason(),
                Split.of(changed.split()),
                changed.occurredAt());
    }

    /** A payment that is accepted and not yet with its owner. */
    static PaymentView accepted(UUID id, PaymentRequest request, Instant acceptedAt) {
        return new PaymentView(
                id, request.checkedLoan(), PENDING, 0, request.checkedAmount(), null, null, null, acceptedAt);
    }

    /**
     * How a payment was allocated.
     *
     * @param excessPaise what was more than all that was owed; it goes back to the payer
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(name = "RepaymentSplit")
    record Split(long penaltyPaise, long feePaise, long interestPaise, long principalPaise, long excessPaise) {

        static @Nullable Split of(@Nullable RepaymentSplit split) {
            return split == null
                    ? null
                    : new Split(
                            split.penaltyPaise(),
                            split.feePaise(),
                            split.interestPaise(),
                            split.principalPaise(),
                            split.excessPaise());
        }
    }
}
