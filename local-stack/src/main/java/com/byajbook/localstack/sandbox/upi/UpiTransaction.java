package com.byajbook.localstack.sandbox.upi;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One collection and what happened to it; its end is set once and never changes. */
final class UpiTransaction {
    enum Status {
        PENDING,
        SUCCEEDED,
        FAILED,
        DEEMED_SUCCESS
    }

    /** How it stands; UTR from success on, reason from failure on. */
    record Standing(
            Status status, @Nullable String utr, @Nullable String reason) {
        static final Standing PENDING = new Standing(Status.PENDING, null, null);
    }

    /** What an inquiry answers. */
    record View(
            String merchantTxnId,
            String providerTxnId,
            Status status,
            long amountPaise,
            @Nullable String utr,
            @Nullable String reason) {}

    /** What the control page shows besides, for suites that count effects. */
    record Counted(View transaction, int collects, int inquiries, int webhooksSent, int webhooksAcked) {}

    private final String merchantTxnId;
    private final String providerTxnId;
    private final long amountPaise;
    private final String callbackUrl;
    private final Behaviour behaviour;
    private final AtomicInteger collects = new AtomicInteger();
    private final AtomicInteger inquiries = new AtomicInteger();
    private final AtomicInteger webhooksSent = new AtomicInteger();
    private final AtomicInteger webhooksAcked = new AtomicInteger();
    private volatile Standing standing = Standing.PENDING;

    UpiTransaction(
            String merchantTxnId, String providerTxnId, long amountPaise, String callbackUrl, Behaviour behaviour) {
        this.merchantTxnId = merchantTxnId;
        this.providerTxnId = providerTxnId;
        this.amountPaise = amountPaise;
        this.callbackUrl = callbackUrl;
        this.behaviour = behaviour;
    }

    /** Counts this call; true for the one that made the collection. */
    boolean collectedFirst() {
        return collects.incrementAndGet() == 1;
    }

    View inquired() {
        inquiries.incrementAndGet();
        return view();
    }

    void webhookSent() {
        webhooksSent.incrementAndGet();
    }

    void webhookAcked() {
        webhooksAcked.incrementAndGet();
    }

    void end(Standing end) {
        standing = end;
    }

    Standing standing() {
        return standing;
    }

    View view() {
        Standing now = standing;
        return new View(merchantTxnId, providerTxnId, now.status(), amountPaise, now.utr(), now.reason());
    }

    Counted counted() {
        return new Counted(view(), collects.get(), inquiries.get(), webhooksSent.get(), webhooksAcked.get());
    }

    String merchantTxnId() {
        return merchantTxnId;
    }

    String providerTxnId() {
        return providerTxnId;
    }

    long amountPaise() {
        return amountPaise;
    }

    String callbackUrl() {
        return callbackUrl;
    }

    Behaviour behaviour() {
        return behaviour;
    }
}
