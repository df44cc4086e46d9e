package com.byajbook.paymentflow.mandates.remote;

import com.byajbook.paymentflow.mandates.domain.MandateAnswer;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** A mandate as the provider describes it; fields that it may add one day are no concern of ours. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ProviderMandate(Status status, @Nullable String reason) {

    enum Status {
        PENDING,
        ACTIVE,
        REJECTED,
        REVOKED
    }

    MandateAnswer answer() {
        return switch (status) {
            case PENDING -> MandateAnswer.of(MandateAnswer.Word.OPEN);
            case ACTIVE -> MandateAnswer.of(MandateAnswer.Word.ACTIVE);
            case REJECTED -> new MandateAnswer(MandateAnswer.Word.REJECTED, reason);
            case REVOKED -> new MandateAnswer(MandateAnswer.Word.GONE, reason);
        };
    }
}
