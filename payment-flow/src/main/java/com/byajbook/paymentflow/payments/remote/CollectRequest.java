package com.byajbook.paymentflow.payments.remote;

import com.byajbook.paymentflow.payments.domain.PaymentOrder;
import java.net.URI;
import java.util.UUID;

/**
 * What a provider is asked to collect.
 *
 * @param merchantTxnId the payment's id: the same order is the same collection, however often it is sent
 */
record CollectRequest(UUID merchantTxnId, long amountPaise, String note, URI callbackUrl) {

    static CollectRequest of(PaymentOrder order, URI callbackUrl) {
        return new CollectRequest(order.paymentId(), order.amountPaise(), note(order), callbackUrl);
    }

    static String note(PaymentOrder order) {
        return order.loanId() == null ? "ByajBook wallet" : "Loan " + order.loanId();
    }
}
