package com.byajbook.paymentflow.collections.remote;

import com.byajbook.paymentflow.collections.domain.CollectionOrder;
import java.net.URI;
import java.util.UUID;

/**
 * What the provider is asked to do.
 *
 * @param merchantTxnId the payment's id: the same order is the same collection, however often it is sent
 */
record CollectRequest(UUID merchantTxnId, long amountPaise, String note, URI callbackUrl) {

    static CollectRequest of(CollectionOrder order, URI callbackUrl) {
        return new CollectRequest(order.paymentId(), order.amountPaise(), "Loan " + order.loanId(), callbackUrl);
    }
}
