package com.byajbook.platform.overload.gate;

import com.byajbook.platform.overload.admission.Refusal;
import com.byajbook.platform.overload.admission.TrafficClass;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * One subscription to work behind a gate. Whatever ends it, and whatever comes at the same time, its permit goes back
 * exactly once.
 */
final class AdmittedWork<T> extends Admission implements CoreSubscriber<T>, Subscription {

    private enum Phase {
        WAITING,
        RUNNING,
        ENDED
    }

    private final Gate gate;
    private final Mono<T> work;
    private final CoreSubscriber<? super T> actual;
    private final Permit permit;
    private final Operators.DeferredSubscription upstream = new Operators.DeferredSubscription();
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.WAITING);
    private volatile boolean emitted;

    AdmittedWork(
            Gate gate, Mono<T> work, CoreSubscriber<? super T> actual, TrafficClass trafficClass, long deadlineNanos) {
        super(trafficClass, deadlineNanos);
        this.gate = gate;
        this.work = work;
        this.actual = actual;
        this.permit = new Permit(gate, this);
    }

    @Override
    void started() {
        if (phase.compareAndSet(Phase.WAITING, Phase.RUNNING)) {
            work.subscribe(this);
        } else {
            permit.abandoned();
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

    /** Work that had already given its value is done: a cancel after it only says that nothing more is wanted. */
    @Override
    public void cancel() {
        Phase before = phase.getAndSet(Phase.ENDED);
        if (before == Phase.WAITING) {
            gate.leave(this);
        } else if (before == Phase.RUNNING) {
            upstream.cancel();
            release(emitted);
        }
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        boolean unused = upstream.set(subscription);
    }

    @Override
    public void onNext(T value) {
        emitted = true;
        actual.onNext(value);
    }

    @Override
    public void onComplete() {
        if (phase.compareAndSet(Phase.RUNNING, Phase.ENDED)) {
            release(true);
            actual.onComplete();
        }
    }

    @Override
    public void onError(@Nullable Throwable error) {
        Throwable cause = error == null ? new IllegalStateException("an error without an error") : error;
        if (phase.compareAndSet(Phase.RUNNING, Phase.ENDED)) {
            permit.abandoned();
            actual.onError(cause);
        } else {
            Operators.onErrorDropped(cause, actual.currentContext());
        }
    }

    private void release(boolean completed) {
        if (completed) {
            permit.done();
        } else {
            permit.abandoned();
        }
    }

    @Override
    public Context currentContext() {
        return actual.currentContext();
    }
}
