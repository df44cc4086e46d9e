package com.byajbook.paymentflow.payments.usecase;

import com.byajbook.paymentflow.payments.domain.Finding;
import com.byajbook.paymentflow.payments.domain.Payment;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Calls the provider about payments that were taken, and stores what it answers, many answers in one transaction. */
public final class CallProvider {

    private final Transactions transactions;
    private final ApplyFindings findings;
    private final PaymentSignals signals;
    private final CallLimits limits;

    public CallProvider(Transactions transactions, ApplyFindings findings, PaymentSignals signals, CallLimits limits) {
        this.transactions = transactions;
        this.findings = findings;
        this.signals = signals;
        this.limits = limits;
    }

    /** Completes with the number of payments when every answer is stored. */
    Mono<Integer> about(List<Payment> taken, Function<Payment, Mono<ProviderAnswer>> call) {
        return Flux.fromIterable(taken)
                .flatMap(payment -> call.apply(payment).map(answer -> answer.about(payment)), limits.batch())
                .bufferTimeout(limits.batch(), limits.linger(), true)
                .concatMap(this::store)
                .then(Mono.just(taken.size()));
    }

    private Mono<Void> store(List<Finding> answers) {
        return transactions.commit(
                findings.apply(answers).doOnNext(lesson -> lesson.tell(signals)).map(Lesson::messages));
    }
}
