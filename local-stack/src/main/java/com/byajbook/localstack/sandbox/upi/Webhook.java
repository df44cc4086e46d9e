package com.byajbook.localstack.sandbox.upi;

import com.byajbook.localstack.sandbox.http.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** One event on its way to the merchant: the body never changes between attempts. */
record Webhook(UpiTransaction transaction, String body, int attempt) {

    static Webhook of(String provider, UpiTransaction transaction, End end) {
        Order order = transaction.order();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("eventId", "EVT-" + transaction.providerTxnId() + "-" + end.status());
        body.put("provider", provider);
        body.put("merchantTxnId", order.merchantTxnId());
        body.put("providerTxnId", transaction.providerTxnId());
        body.put("direction", order.direction().name());
        body.put("status", end.status().name());
        body.put("amountPaise", order.amountPaise());
        body.put("utr", end.utr());
        body.put("reason", end.reason());
        body.put("occurredAt", end.at().toString());
        return new Webhook(transaction, Json.write(body), 1);
    }

    Webhook again() {
        return new Webhook(transaction, body, attempt + 1);
    }
}
