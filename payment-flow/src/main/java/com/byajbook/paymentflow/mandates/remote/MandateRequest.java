package com.byajbook.paymentflow.mandates.remote;

import com.byajbook.paymentflow.mandates.domain.Mandate;
import java.util.UUID;

/** What a provider is asked for. */
record MandateRequest(UUID merchantMandateId, String payer, long maxAmountPaise) {

    static MandateRequest of(Mandate mandate) {
        return new MandateRequest(mandate.mandateId(), mandate.payerId() + "@byajbook", mandate.maxAmountPaise());
    }
}
