package com.byajbook.paymentflow.payments.usecase;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/**
 * Tells whoever listens that there is work, from any thread.
 *
 * <p>Rings while a listener is busy melt into one, which it hears when it is done: nothing piles up and no ring is lost.
 * The work itself is in the database, so a ring that dies with the process costs a sweep's interval and nothing else.
 */
public final class Doorbell {

    private final List<FluxSink<Boolean>> listeners = new CopyOnWriteArrayList<>();

    /** There is work. */
    public void ring() {
        for (FluxSink<Boolean> listener : listeners) {
            FluxSink<Boolean> unused = listener.next(Boolean.TRUE);
        }
    }

    /** One element for one or more rings. */
    public Flux<Boolean> rings() {
        return Flux.create(this::add, FluxSink.OverflowStrategy.LATEST);
    }

    private void add(FluxSink<Boolean> listener) {
        listeners.add(listener);
        FluxSink<Boolean> unused = listener.onDispose(() -> listeners.remove(listener));
    }
}
