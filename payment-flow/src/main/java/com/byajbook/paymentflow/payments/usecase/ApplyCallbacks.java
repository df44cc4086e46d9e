package com.byajbook.paymentflow.payments.usecase;

import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.UpiCallback;
import java.time.Clock;
import java.util.List;
import reactor.core.publisher.Mono;

/** Takes the provider's signed callbacks: stored once an event, and applied as far as the payments are there. */
public final class ApplyCallbacks {

    /** The queue, and the name in the inbox. */
    public static final String CONSUMER = "payment-flow.callbacks";

    private final Transactions transactions;
    private final ProviderEvents events;
    private final SettleEvents settling;
    private final PaymentSignals signals;
    private final Clock clock;

    public ApplyCallbacks(
            Transactions transactions,
            ProviderEvents events,
            SettleEvents settling,
            PaymentSignals signals,
            Clock clock) {
        this.transactions = transactions;
        this.events = events;
        this.settling = settling;
        this.signals = signals;
        this.clock = clock;
    }

    /** Completes when every callback of the batch is stored and has had its effect, if it has one. */
    public Mono<Void> apply(List<UpiCallback> batch) {
        return transactions.once(CONSUMER, batch, this::applyNew);
    }

    private Mono<List<Message>> applyNew(List<UpiCallback> callbacks) {
        List<ProviderEvent> told = callbacks.stream().map(ProviderEvent::of).toList();
        return events.recordNew(told, clock.instant())
                .collectList()
                .doOnNext(fresh -> signals.repeatedEvents(told.size() - fresh.size()))
                .flatMap(settling::settle)
                .doOnNext(lesson -> lesson.tell(signals))
                .map(Lesson::messages);
    }
}
