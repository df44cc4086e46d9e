package com.byajbook.platform.overload.gate;

import com.byajbook.platform.overload.admission.Refusal;
import com.byajbook.platform.overload.admission.TrafficClass;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * One subscription to work whose value keeps the permit. The work is never cancelled: half a connection cannot be given
 * back, so a value that nobody wants any more is awaited and given back whole.
 */
final class HeldWork<T> extends Admission implements CoreSubscriber<T>, Subscription {

    private enum Phase {
        WAITING,
        RUNNING,
        UNWANTED,
        ENDED
    }

    private final Gate gate;
    private final Function<Permit, Mono<T>> work;
    private final Function<T, Publisher<Void>> giveBack;
    private final CoreSubscriber<? super T> actual;
    private final Permit permit;
    private final Operators.DeferredSubscription upstream = new Operators.DeferredSubscription();
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.WAITING);

    HeldWork(
            Gate gate,
            Function<Permit, Mono<T>> work,
            Function<T, Publisher<Void>> giveBack,
            CoreSubscriber<? super T> actual,
            TrafficClass trafficClass,
            long deadlineNanos) {
        super(trafficClass, deadlineNanos);
        this.gate = gate;
        this.work = work;
        this.giveBack = giveBack;
        this.actual = actual;
        this.permit = new Permit(gate, this);
    }

    @Override
    void started() {
        if (phase.compareAndSet(Phase.WAITING, Phase.RUNNING)) {
            begin().subscribe(this);
        } else {
            permit.abandoned();
        }
    }

    private Mono<T> begin() {
        try {
            return work.apply(permit);
        } catch (RuntimeException e) {
            return Mono.error(e);
        }
    }

    @Override
    void refused(Refusal refusal) {
        if (phase.compareAndSet(Phase.WAITING, Phase.ENDED)) {
            actual.onError(Refusals.failure(refusal));
        }
    }

    @Override
    public void request(long n) {
        upstream.request(n);
    }

    @Override
    public void cancel() {
        if (phase.compareAndSet(Phase.WAITING, Phase.ENDED)) {
            gate.leave(this);
        } else if (phase.compareAndSet(Phase.RUNNING, Phase.UNWANTED)) {
            // Whoever never asked for the value would leave it on its way for ever.
            upstream.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        boolean unused = upstream.set(subscription);
    }

    @Override
    public void onNext(T value) {
        if (phase.compareAndSet(Phase.RUNNING, Phase.ENDED)) {
            actual.onNext(value);
            actual.onComplete();
        } else if (phase.compareAndSet(Phase.UNWANTED, Phase.ENDED)) {
            Flux.from(giveBack.apply(value)).subscribe(Operators.drainSubscriber());
        } else {
            Operators.onNextDropped(value, actual.currentContext());
        }
    }

    /** After a value this says nothing new. */
    @Override
    public void onComplete() {
        Phase before = phase.getAndSet(Phase.ENDED);
        if (before != Phase.ENDED) {
            permit.abandoned();
            if (before == Phase.RUNNING) {
                actual.onComplete();
            }
        }
    }

    @Override
    public void onError(@Nullable Throwable error) {
        Throwable cause = error == null ? new IllegalStateException("an error without an error") : error;
        Phase before = phase.getAndSet(Phase.ENDED);
        if (before == Phase.ENDED) {
            Operators.onErrorDropped(cause, actual.currentContext());
            return;
        }
        permit.abandoned();
        if (before == Phase.RUNNING) {
            actual.onError(cause);
        }
    }

    @Override
    public Context currentContext() {
        return actual.currentContext();
    }
}
