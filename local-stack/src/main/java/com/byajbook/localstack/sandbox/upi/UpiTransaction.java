package com.byajbook.localstack.sandbox.upi;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One collection or payout and what happened to it; an end never changes, a reversal is one more. */
final class UpiTransaction {
    enum Status {
        PENDING,
        SUCCEEDED,
        FAILED,
        DEEMED_SUCCESS,
        REVERSED
    }

    /** What an inquiry answers; UTR from success on, reason from failure or reversal on. */
    record View(
            String merchantTxnId,
            String providerTxnId,
            Direction direction,
            Status status,
            long amountPaise,
            @Nullable String utr,
            @Nullable String reason) {}

    /** What the control page shows besides, for suites that count effects. */
    record Counted(View transaction, int collects, int pays, int inquiries, int webhooksSent, int webhooksAcked) {}

    private final Order order;
    private final String providerTxnId;
    private final Behaviour behaviour;
    private final AtomicInteger submissions = new AtomicInteger();
    private final AtomicInteger inquiries = new AtomicInteger();
    private final AtomicInteger webhooksSent = new AtomicInteger();
    private final AtomicInteger webhooksAcked = new AtomicInteger();
    private volatile List<End> ends = List.of();

    UpiTransaction(Order order, String providerTxnId, Behaviour behaviour) {
        this.order = order;
        this.providerTxnId = providerTxnId;
        this.behaviour = behaviour;
    }

    /** Counts this call; true for the one that made the transaction. */
    boolean submittedFirst() {
        return submissions.incrementAndGet() == 1;
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

    void end(End end) {
        ends = List.of(end);
    }

    void reverse(End success, End reversal) {
        ends = List.of(success, reversal);
    }

    /** None, one, or a success and its reversal. */
    List<End> ends() {
        return ends;
    }

    private View view() {
        List<End> now = ends;
        return now.isEmpty() ? view(Status.PENDING, null, null) : view(now.get(now.size() - 1));
    }

    private View view(End end) {
        return view(end.status(), end.utr(), end.reason());
    }

    private View view(Status status, @Nullable String utr, @Nullable String reason) {
        return new View(
                order.merchantTxnId(), providerTxnId, order.direction(), status, order.amountPaise(), utr, reason);
    }

    Counted counted() {
        int asked = submissions.get();
        return new Counted(
                view(),
                order.direction() == Direction.COLLECT ? asked : 0,
                order.direction() == Direction.PAY ? asked : 0,
                inquiries.get(),
                webhooksSent.get(),
                webhooksAcked.get());
    }

    Order order() {
        return order;
    }

    String providerTxnId() {
        return providerTxnId;
    }

    Behaviour behaviour() {
        return behaviour;
    }
}
