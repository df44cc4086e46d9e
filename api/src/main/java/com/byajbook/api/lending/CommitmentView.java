package com.byajbook.api.lending;

import com.byajbook.platform.message.CommitmentChanged;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A commitment as its lender sees it, the same whether the projection, the owner or the intake answered.
 *
 * @param version 0 until the loan engine has taken the commitment, then growing with each change
 * @param reason why it was refused or given back
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Commitment")
public record CommitmentView(
        UUID id,
        UUID loanId,

        @Schema(allowableValues = {"PENDING", "HELD", "REFUSED", "INVESTED", "RELEASED"})
        String status,

        int version,
        long amountPaise,
        @Nullable String reason,
        Instant updatedAt) {

    /** The kind of its live events. */
    public static final String KIND = "commitment";

    static final String PENDING = "PENDING";

    /** The commitment after a change. */
    public static CommitmentView of(CommitmentChanged changed) {
        return new CommitmentView(
                changed.commitmentId(),
                changed.loanId(),
                changed.status().name(),
                changed.commitmentVersion(),
                changed.amountPaise(),
                changed.reason(),
                changed.occurredAt());
    }

    /** A commitment that is accepted and not yet with its owner. */
    static CommitmentView accepted(UUID id, AcceptedCommitment accepted, Instant acceptedAt) {
        return new CommitmentView(id, accepted.loanId(), PENDING, 0, accepted.amountPaise(), null, acceptedAt);
    }
}
