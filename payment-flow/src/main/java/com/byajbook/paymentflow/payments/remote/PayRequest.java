package com.byajbook.paymentflow.payments.remote;

import com.byajbook.paymentflow.payments.domain.PaymentOrder;
import java.net.URI;
import java.util.UUID;

/**
 * What a provider is asked to pay out.
 *
 * @param merchantTxnId the payment's id: the same order is the same payout, however often it is sent
 * @param payee the UPI address of the user; the provider's directory knows the bank account behind it
 */
record PayRequest(UUID merchantTxnId, long amountPaise, String payee, String note, URI callbackUrl) {

    static PayRequest of(PaymentOrder order, URI callbackUrl) {
        return new PayRequest(
                order.paymentId(),
                order.amountPaise(),
                order.userId() + "@byajbook",
                CollectRequest.note(order),
                callbackUrl);
    }
}
