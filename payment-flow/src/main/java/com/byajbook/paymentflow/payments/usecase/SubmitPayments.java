package com.byajbook.paymentflow.payments.usecase;

import com.byajbook.paymentflow.payments.domain.Payment;
import reactor.core.publisher.Mono;

/**
 * Brings due payments to the provider.
 *
 * <p>Each is noted as SUBMITTED and due for an inquiry before it is sent. Whoever dies in between leaves a payment whose
 * outcome is asked for, never one that is sent again unasked.
 */
public final class SubmitPayments {

    private final TakeDuePayments due;
    private final CallProvider calling;
    private final UpiProvider provider;
    private final CallLimits limits;

    public SubmitPayments(TakeDuePayments due, CallProvider calling, UpiProvider provider, CallLimits limits) {
        this.due = due;
        this.calling = calling;
        this.provider = provider;
        this.limits = limits;
    }

    /** Submits one batch. @return how many were due, at most the batch size */
    public Mono<Integer> submitDue() {
        return due.forSubmission(limits.batch()).flatMap(taken -> calling.about(taken, this::submit));
    }

    private Mono<ProviderAnswer> submit(Payment payment) {
        return provider.submit(payment);
    }
}
