package com.byajbook.paymentflow.collections.usecase;

import com.byajbook.paymentflow.collections.domain.CollectionOrder;
import com.byajbook.paymentflow.collections.domain.Payment;
import com.byajbook.platform.message.InitiatePayment;
import com.byajbook.platform.message.Message;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Takes payments on: from the commit on they are ours to bring to an end. The provider is called only after it. */
public final class AcceptPayments {

    /** The queue, and the name in the inbox. */
    public static final String CONSUMER = "payment-flow.payments";

    private final Transactions transactions;
    private final RecordPayments payments;
    private final Doorbell submissions;
    private final Clock clock;

    public AcceptPayments(Transactions transactions, RecordPayments payments, Doorbell submissions, Clock clock) {
        this.transactions = transactions;
        this.payments = payments;
        this.submissions = submissions;
        this.clock = clock;
    }

    /** Completes when every payment of the batch is stored. */
    public Mono<Void> accept(List<InitiatePayment> batch) {
        return transactions.once(CONSUMER, batch, this::record).then(Mono.fromRunnable(submissions::ring));
    }

    private Mono<List<Message>> record(List<InitiatePayment> commands) {
        Instant now = clock.instant();
        return payments.recordNew(
                        commands.stream().map(command -> payment(command, now)).toList())
                .collectList()
                .map(Announcements::ofNew);
    }

    private static Payment payment(InitiatePayment command, Instant now) {
        CollectionOrder order = new CollectionOrder(
                command.paymentId(),
                command.loanId(),
                command.payerId(),
                command.amountPaise(),
                command.method(),
                command.occurredAt());
        return Payment.create(order, now);
    }
}
