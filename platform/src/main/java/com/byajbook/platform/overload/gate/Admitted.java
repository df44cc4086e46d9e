package com.byajbook.platform.overload.gate;

import java.util.function.Function;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Work behind a gate: asks when it is subscribed to, and begins when it is let in. */
final class Admitted<T> extends Mono<T> {

    private final Gate gate;
    private final Function<Permit, Mono<T>> work;
    private final boolean holding;

    /**
     * Work that is not begun yet.
     *
     * @param holding whether the permit goes with the value instead of ending with the work
     */
    Admitted(Gate gate, Function<Permit, Mono<T>> work, boolean holding) {
        this.gate = gate;
        this.work = work;
        this.holding = holding;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        ContextView context = actual.currentContext();
        AdmittedWork<T> admitted =
                new AdmittedWork<>(gate, work, holding, actual, WorkClass.of(context), gate.deadlineNanos(context));
        actual.onSubscribe(admitted);
        gate.arrive(admitted);
    }
}
