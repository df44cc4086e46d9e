package com.byajbook.paymentflow.payments.usecase;

import com.byajbook.paymentflow.payments.domain.Payment;
import com.byajbook.paymentflow.payments.domain.PaymentOrder;
import com.byajbook.paymentflow.payments.domain.PaymentPurpose;
import com.byajbook.platform.message.CollectInstalment;
import com.byajbook.platform.message.DepositToWallet;
import com.byajbook.platform.message.InitiatePayment;
import com.byajbook.platform.message.Message;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Takes wishes to be paid on: repayments, instalments that are collected by themselves, and deposits. From the commit on they are ours to bring to an end. The provider
 * is called only after it.
 */
public final class AcceptPayments {

    /** The queue, and the name in the inbox. */
    public static final String CONSUMER = "payment-flow.payments";

    private static final String UPI = "UPI";
    private static final String BY_MANDATE = "UPI_MANDATE";

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
    public Mono<Void> accept(List<? extends Message> batch) {
        return transactions
                .once(CONSUMER, List.<Message>copyOf(batch), this::record)
                .then(Mono.fromRunnable(submissions::ring));
    }

    private Mono<List<Message>> record(List<Message> commands) {
        Instant now = clock.instant();
        return payments.recordNew(commands.stream()
                        .map(command -> Payment.create(order(command), now))
                        .toList())
                .collectList()
                .map(Announcements::ofNew);
    }

    private static PaymentOrder order(Message command) {
        if (command instanceof InitiatePayment repayment) {
            return new PaymentOrder(
                    repayment.paymentId(),
                    PaymentPurpose.REPAYMENT,
                    repayment.loanId(),
                    repayment.payerId(),
                    repayment.amountPaise(),
                    repayment.method(),
                    repayment.occurredAt());
        }
        if (command instanceof DepositToWallet deposit) {
            return new PaymentOrder(
                    deposit.depositId(),
                    PaymentPurpose.DEPOSIT,
                    null,
                    deposit.lenderId(),
                    deposit.amountPaise(),
                    UPI,
                    deposit.occurredAt());
        }
        if (command instanceof CollectInstalment instalment) {
            return new PaymentOrder(
                    instalment.paymentId(),
                    PaymentPurpose.REPAYMENT,
                    instalment.loanId(),
                    instalment.payerId(),
                    instalment.amountPaise(),
                    instalment.mandateId() == null ? UPI : BY_MANDATE,
                    instalment.occurredAt(),
                    instalment.mandateId());
        }
        throw new IllegalArgumentException(
                "nobody pays by a " + command.getClass().getSimpleName());
    }
}
