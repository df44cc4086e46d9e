package com.byajbook.paymentflow.payments.usecase;

import com.byajbook.paymentflow.payments.domain.Payment;
import reactor.core.publisher.Mono;

/** Asks the provider about payments whose outcome we do not know in time: a lost answer, a lost callback, a crash. */
public final class InquirePayments {

    private final TakeDuePayments due;
    private final CallProvider calling;
    private final UpiProvider provider;
    private final CallLimits limits;

    public InquirePayments(TakeDuePayments due, CallProvider calling, UpiProvider provider, CallLimits limits) {
        this.due = due;
        this.calling = calling;
        this.provider = provider;
        this.limits = limits;
    }

    /** Inquires one batch. @return how many were due, at most the batch size */
    public Mono<Integer> inquireDue() {
        return due.forInquiry(limits.batch()).flatMap(taken -> calling.about(taken, this::inquire));
    }

    private Mono<ProviderAnswer> inquire(Payment payment) {
        return provider.inquire(payment);
    }
}
