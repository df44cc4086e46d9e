package com.byajbook.loanengine.marketplace.domain;

/** What became of a borrower's wish to leave. */
public enum CancellationOutcome {
    /** The loan is over. */
    CANCELLED,
    /** No loan of this borrower has this id. */
    UNKNOWN_LOAN,
    /** The money is on its way. */
    TOO_LATE,
    /** It was paid out: leaving means paying back, which is not decided here. */
    PAID_OUT,
    /** It is over already. */
    ENDED;

    /** What becomes of this wish about a loan of the borrower. */
    public static CancellationOutcome at(LoanStage stage) {
        if (FundingSaga.WITHDRAW.loanFrom().contains(stage)) {
            return CANCELLED;
        }
        return switch (stage) {
            case FUNDED, DISBURSING -> TOO_LATE;
            case ACTIVE -> PAID_OUT;
            case OFFERED, LISTED, CLOSED, WRITTEN_OFF, EXPIRED, CANCELLED -> ENDED;
        };
    }
}
