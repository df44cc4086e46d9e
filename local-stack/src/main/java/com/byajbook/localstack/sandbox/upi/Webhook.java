package com.byajbook.localstack.sandbox.upi;

import com.byajbook.localstack.sandbox.http.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** One event on its way to the merchant: the body never changes between attempts. */
record Webhook(UpiTransaction transaction, String body, int attempt) {

    static Webhook of(UpiTransaction transaction, Instant occurredAt) {
        UpiTransaction.Standing end = transaction.standing();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("eventId", "EVT-" + transaction.providerTxnId() + "-" + end.status());
        body.put("merchantTxnId", transaction.merchantTxnId());
        body.put("providerTxnId", transaction.providerTxnId());
        body.put("status", end.status().name());
        body.put("amountPaise", transaction.amountPaise());
        body.put("utr", end.utr());
        body.put("reason", end.reason());
        body.put("occurredAt", occurredAt.toString());
        return new Webhook(transaction, Json.write(body), 1);
    }

    Webhook again() {
        return new Webhook(transaction, body, attempt + 1);
    }
}
