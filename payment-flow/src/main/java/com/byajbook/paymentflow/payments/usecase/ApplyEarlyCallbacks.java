package com.byajbook.paymentflow.payments.usecase;

import com.byajbook.platform.message.Message;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;

/**
 * Applies callbacks that came before their payment.
 *
 * <p>A sweep, because a callback and its payment may be stored by two transactions at once that do not see each other.
 */
public final class ApplyEarlyCallbacks {

    private final Transactions transactions;
    private final ProviderEvents events;
    private final SettleEvents settling;
    private final PaymentSignals signals;
    private final int batch;

    public ApplyEarlyCallbacks(
            Transactions transactions,
            ProviderEvents events,
            SettleEvents settling,
            PaymentSignals signals,
            int batch) {
        this.transactions = transactions;
        this.events = events;
        this.settling = settling;
        this.signals = signals;
        this.batch = batch;
    }

    /** Applies a batch of those whose payment is there by now. @return how many */
    public Mono<Integer> applyReady() {
        return Mono.defer(() -> {
            AtomicInteger applied = new AtomicInteger();
            return transactions.commit(settleReady(applied)).then(Mono.fromSupplier(applied::get));
        });
    }

    private Mono<List<Message>> settleReady(AtomicInteger applied) {
        return events.lockReady(batch)
                .collectList()
                .doOnNext(ready -> applied.set(ready.size()))
                .flatMap(settling::settle)
                .doOnNext(lesson -> lesson.tell(signals))
                .map(Lesson::messages);
    }
}
