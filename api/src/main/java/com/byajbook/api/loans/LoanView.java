package com.byajbook.api.loans;

import com.byajbook.platform.message.LoanDecided;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A loan as its borrower sees it, the same whether the projection, the owner or the intake answered.
 *
 * @param version 0 until the loan engine has taken the application, then growing with each change
 * @param reasons why it was declined or referred
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Loan")
public record LoanView(
        UUID id,

        @Schema(allowableValues = {"RECEIVED", "OFFERED", "DECLINED", "REFERRED"})
        String status,

        int version,
        long amountPaise,
        int tenureMonths,
        String purpose,
        List<String> reasons,
        @Nullable String annualRatePct,
        @Nullable String aprPct,
        @Nullable Long emiPaise,
        @Nullable Long totalPayablePaise,
        @Nullable String kfsHash,
        Instant receivedAt,
        @Nullable Instant decidedAt) {

    /** The kind of its live events. */
    public static final String KIND = "loan";

    static final String RECEIVED = "RECEIVED";
    private static final String DECLINED = "DECLINED";
    private static final String OFFERED = "OFFERED";

    @SuppressWarnings("NullAway" /* The owner may leave out an empty list. */)
    public LoanView {
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }

    /** The loan after its decision. */
    public static LoanView of(LoanDecided decided) {
        LoanDecided.Terms terms = decided.terms();
        return new LoanView(
                decided.loanId(),
                decided.outcome().name(),
                decided.loanVersion(),
                decided.amountPaise(),
                decided.tenureMonths(),
                decided.purpose(),
                decided.reasons(),
                terms == null ? null : terms.annualRatePct(),
                terms == null ? null : terms.aprPct(),
                terms == null ? null : terms.emiPaise(),
                terms == null ? null : terms.totalPayablePaise(),
                terms == null ? null : terms.kfsHash(),
                decided.receivedAt(),
                decided.occurredAt());
    }

    /** A loan that is accepted and not yet with its owner. */
    static LoanView received(UUID id, LoanApplication application, Instant receivedAt) {
        return new LoanView(
                id,
                RECEIVED,
                0,
                application.checkedAmount(),
                application.checkedTenure(),
                application.checkedPurpose(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                receivedAt,
                null);
    }

    /** Until disbursal exists, an offered loan may be paid. */
    @JsonIgnore
    public boolean isPayable() {
        return status.equals(OFFERED);
    }

    @JsonIgnore
    boolean hasOffer() {
        return kfsHash != null;
    }

    @JsonIgnore
    boolean isDeclined() {
        return status.equals(DECLINED);
    }

    @JsonIgnore
    String etag() {
        return "\"" + version + "-" + status + "\"";
    }
}
