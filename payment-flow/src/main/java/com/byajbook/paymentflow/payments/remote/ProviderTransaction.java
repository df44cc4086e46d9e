package com.byajbook.paymentflow.payments.remote;

import com.byajbook.paymentflow.payments.domain.Evidence;
import com.byajbook.paymentflow.payments.domain.Finding.Figures;
import com.byajbook.paymentflow.payments.usecase.ProviderAnswer;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** A collection as the provider describes it; fields that it may add one day are no concern of ours. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ProviderTransaction(
        @Nullable String providerTxnId,
        Status status,
        @Nullable Long amountPaise,
        @Nullable String utr,
        @Nullable String reason) {

    static final String DEEMED = "deemed-success";

    enum Status {
        PENDING,
        SUCCEEDED,
        FAILED,
        /** The payer was debited and the credit is not confirmed: for us the money moved. */
        DEEMED_SUCCESS,
        /** It had moved, and the bank sent it back. */
        REVERSED
    }

    /** Whatever it says of the outcome already: the acceptance is all that an answer to a submission proves. */
    ProviderAnswer acceptance() {
        return new ProviderAnswer(Evidence.SUBMISSION_ACCEPTED, figures(), providerTxnId, null);
    }

    ProviderAnswer answer() {
        return switch (status) {
            case PENDING -> answer(Evidence.INQUIRY_PENDING, null);
            case SUCCEEDED -> success(null);
            case DEEMED_SUCCESS -> success(DEEMED);
            case FAILED -> answer(Evidence.INQUIRY_FAILED, reason);
            case REVERSED -> answer(Evidence.INQUIRY_REVERSED, reason);
        };
    }

    /** A success that does not name its amount proves nothing; it is asked for again. */
    private ProviderAnswer success(@Nullable String why) {
        return amountPaise == null
                ? ProviderAnswer.bare(Evidence.INQUIRY_UNANSWERED, "success-without-amount")
                : answer(Evidence.INQUIRY_SUCCEEDED, why);
    }

    private ProviderAnswer answer(Evidence evidence, @Nullable String why) {
        return new ProviderAnswer(evidence, figures(), providerTxnId, why);
    }

    private @Nullable Figures figures() {
        return amountPaise == null ? null : new Figures(amountPaise, utr);
    }
}
