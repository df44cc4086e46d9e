package com.byajbook.platform.overload.gate;

import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Work behind a gate: asks when it is subscribed to, and begins when it is let in. */
final class Admitted<T> extends Mono<T> {

    private final Gate gate;
    private final Attempts<T> attempts;

    Admitted(Gate gate, Attempts<T> attempts) {
        this.gate = gate;
        this.attempts = attempts;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        Admission attempt = attempts.begin(actual, actual.currentContext());
        actual.onSubscribe((Subscription) attempt);
        gate.arrive(attempt);
    }

    /** Makes what stands at the gate for one subscriber; it is also that one's subscription. */
    @FunctionalInterface
    interface Attempts<T> {
        Admission begin(CoreSubscriber<? super T> actual, ContextView context);
    }
}
