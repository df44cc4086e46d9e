package com.byajbook.paymentflow.payments.usecase;

import com.byajbook.paymentflow.payments.domain.Evidence;
import com.byajbook.paymentflow.payments.domain.Finding;
import com.byajbook.paymentflow.payments.domain.Finding.Figures;
import com.byajbook.paymentflow.payments.domain.Payment;
import org.jspecify.annotations.Nullable;

/**
 * How a call to the provider ended.
 *
 * @param figures what it says of the money, if anything
 * @param providerTxnId its own id of the collection, if it has one
 * @param reason why it refused or failed, or what went wrong with the call
 */
public record ProviderAnswer(
        Evidence evidence,
        @Nullable Figures figures,
        @Nullable String providerTxnId,
        @Nullable String reason) {

    /** An answer that is nothing but its kind. */
    public static ProviderAnswer bare(Evidence evidence, @Nullable String reason) {
        return new ProviderAnswer(evidence, null, null, reason);
    }

    Finding about(Payment payment) {
        return Finding.ofCall(payment, evidence, figures, providerTxnId, reason);
    }
}
