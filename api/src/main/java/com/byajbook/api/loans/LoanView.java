package com.byajbook.api.loans;

import com.byajbook.platform.message.LoanChanged;
import com.byajbook.platform.message.LoanDecided;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A loan as its borrower sees it, the same whether the projection, the owner or the intake answered.
 *
 * @param version 0 until the loan engine has taken the application, then growing with each change
 * @param reasons why it was declined or referred
 * @param committedPaise what lenders have promised so far; from its listing on
 * @param disbursedOn the day from which interest runs; with all that is owed, from its disbursal on
 * @param nextDueOn absent when nothing is owed any more
 * @param arrears REGULAR, SMA_0, SMA_1, SMA_2 or NPA
 * @param reason why it ended without being paid out
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Loan")
public record LoanView(
        UUID id,

        @Schema(
                allowableValues = {
                    "RECEIVED",
                    "DECLINED",
                    "REFERRED",
                    "OFFERED",
                    "LISTED",
                    "FUNDED",
                    "DISBURSING",
                    "ACTIVE",
                    "CLOSED",
                    "WRITTEN_OFF",
                    "EXPIRED",
                    "CANCELLED"
                })
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
        @Nullable Instant decidedAt,
        @Nullable Long committedPaise,
        @Nullable LocalDate disbursedOn,
        @Nullable Long outstandingPrincipalPaise,
        @Nullable Long overduePaise,
        @Nullable LocalDate nextDueOn,
        @Nullable Long nextDuePaise,

        @Schema(allowableValues = {"REGULAR", "SMA_0", "SMA_1", "SMA_2", "NPA"}) @Nullable
        String arrears,

        @Nullable String reason) {

    /** The kind of its live events. */
    public static final String KIND = "loan";

    static final String RECEIVED = "RECEIVED";
    private static final String DECLINED = "DECLINED";
    private static final String REFERRED = "REFERRED";
    static final String OFFERED = "OFFERED";
    static final String ACTIVE = "ACTIVE";
    private static final Set<String> CANCELLABLE = Set.of(OFFERED, "LISTED", ACTIVE);

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
                decided.occurredAt(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The loan after a change that came after its decision. */
    public static LoanView of(LoanChanged changed) {
        LoanChanged.Standing standing = changed.standing();
        return new LoanView(
                changed.loanId(),
                changed.status().name(),
                changed.loanVersion(),
                changed.amountPaise(),
                changed.tenureMonths(),
                changed.purpose(),
                List.of(),
                changed.terms().annualRatePct(),
                changed.terms().aprPct(),
                changed.terms().emiPaise(),
                changed.terms().totalPayablePaise(),
                changed.terms().kfsHash(),
                changed.receivedAt(),
                changed.decidedAt(),
                changed.committedPaise(),
                standing == null ? null : standing.disbursedOn(),
                standing == null ? null : standing.outstandingPrincipalPaise(),
                standing == null ? null : standing.overduePaise(),
                standing == null ? null : standing.nextDueOn(),
                standing == null ? null : standing.nextDuePaise(),
                standing == null ? null : standing.arrears(),
                changed.reason());
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
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Only a loan that was paid out and has not ended: what came for a written-off one would go back in full. */
    @JsonIgnore
    public boolean isPayable() {
        return status.equals(ACTIVE);
    }

    /** What has to happen before a loan that is not payable may be paid, in a sentence. */
    public String untilPayable() {
        return switch (status) {
            case RECEIVED, REFERRED ->
                "It can be paid once it is offered, you have accepted the offer, and lenders' money is paid out to you.";
            case OFFERED -> "Accept the offer first; it can be paid once lenders' money is paid out to you.";
            case "LISTED", "FUNDED", "DISBURSING" ->
                "It can be paid once lenders' money is paid out to you; /v1/events says so at that moment.";
            default -> "It has ended, and takes no payment any more.";
        };
    }

    @JsonIgnore
    boolean isAcceptable() {
        return status.equals(OFFERED);
    }

    /** Before lenders' money is turned into the loan, or afterwards, in the cooling-off days that its owner counts. */
    @JsonIgnore
    boolean isCancellable() {
        return CANCELLABLE.contains(status);
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
