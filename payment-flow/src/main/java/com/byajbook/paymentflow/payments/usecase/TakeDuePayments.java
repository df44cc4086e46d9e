package com.byajbook.paymentflow.payments.usecase;

import com.byajbook.paymentflow.payments.domain.Evidence;
import com.byajbook.paymentflow.payments.domain.Finding;
import com.byajbook.paymentflow.payments.domain.NextStep;
import com.byajbook.paymentflow.payments.domain.Payment;
import com.byajbook.paymentflow.payments.domain.PaymentPolicy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import reactor.core.publisher.Mono;

/** Takes payments whose step is due, so that for the time of a lease nobody else takes them. */
public final class TakeDuePayments {

    private final Transactions transactions;
    private final LockPayments payments;
    private final SavePayments saving;
    private final PaymentPolicy policy;
    private final Clock clock;

    public TakeDuePayments(
            Transactions transactions, LockPayments payments, SavePayments saving, PaymentPolicy policy, Clock clock) {
        this.transactions = transactions;
        this.payments = payments;
        this.saving = saving;
        this.policy = policy;
        this.clock = clock;
    }

    /** At most {@code limit} payments, noted as SUBMITTED before anything is sent. */
    Mono<List<Payment>> forSubmission(int limit) {
        return take(NextStep.Kind.SUBMIT, limit, this::started);
    }

    /** At most {@code limit} payments to ask the provider about. */
    Mono<List<Payment>> forInquiry(int limit) {
        return take(NextStep.Kind.INQUIRE, limit, (payment, now) -> payment.leased(policy, now));
    }

    private Payment started(Payment payment, Instant now) {
        Finding start = Finding.ofCall(payment, Evidence.SUBMISSION_STARTED);
        return payment.learn(start, policy, now).payment();
    }

    private Mono<List<Payment>> take(NextStep.Kind step, int limit, BiFunction<Payment, Instant, Payment> taken) {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            return transactions.inOne(payments.lockDue(step, now, limit)
                    .map(payment -> new SavePayments.Change(payment, taken.apply(payment, now)))
                    .collectList()
                    .flatMap(this::save));
        });
    }

    private Mono<List<Payment>> save(List<SavePayments.Change> changes) {
        Mono<Void> saved = changes.isEmpty() ? Mono.empty() : saving.save(changes);
        return saved.thenReturn(changes.stream().map(SavePayments.Change::after).toList());
    }
}
