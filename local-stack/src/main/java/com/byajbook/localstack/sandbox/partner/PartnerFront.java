package com.byajbook.localstack.sandbox.partner;

import com.byajbook.localstack.sandbox.http.Reply;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Stands before a partner's work, injects its faults and counts. */
public final class PartnerFront {
    private final String name;
    private final LongAdder requests = new LongAdder();
    private final LongAdder errorsInjected = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder hung = new LongAdder();
    private volatile Faults faults = Faults.NONE;

    /** A front for a partner of this name, healthy. */
    public PartnerFront(String name) {
        this.name = name;
    }

    /**
     * Runs the work unless a fault comes first. The work happens before the latency: a caller that gives up waiting has caused
     * the effect all the same, as with real partners.
     */
    public Mono<Reply> answer(Supplier<Mono<Reply>> work) {
        return Mono.defer(() -> {
            requests.increment();
            Faults now = faults;
            return switch (now.outage()) {
                case REFUSE -> refuse();
                case HANG -> hang();
                case NONE -> work(now, work);
            };
        });
    }

    private Mono<Reply> work(Faults now, Supplier<Mono<Reply>> work) {
        boolean failing = now.drawsError();
        if (failing) {
            errorsInjected.increment();
        }
        Mono<Reply> reply = failing && !now.errorAfterEffect() ? Mono.just(injectedError()) : work.get();
        Mono<Reply> visible = failing ? reply.map(hidden -> injectedError()) : reply;
        Duration latency = now.drawLatency();
        return latency.isZero() ? visible : visible.delayElement(latency);
    }

    private Mono<Reply> refuse() {
        refused.increment();
        return Mono.just(Reply.problem(503, "outage", "The partner '" + name + "' is set to refuse."));
    }

    private Mono<Reply> hang() {
        hung.increment();
        return Mono.never();
    }

    private Reply injectedError() {
        return Reply.problem(500, "injected_error", "The partner '" + name + "' is set to fail at times.");
    }

    /** Changes the faults at once, for requests that come from now on; returns what holds now. */
    public synchronized Faults change(Faults.Change change) {
        Faults changed = change.onto(faults);
        faults = changed;
        return changed;
    }

    /** What is set. */
    public Faults faults() {
        return faults;
    }

    /** What was counted, in a stable order. */
    public Map<String, Object> counters() {
        Map<String, Object> counters = new LinkedHashMap<>();
        counters.put("requests", requests.sum());
        counters.put("errorsInjected", errorsInjected.sum());
        counters.put("refused", refused.sum());
        counters.put("hung", hung.sum());
        return counters;
    }

    /** Healthy again, and nothing counted. */
    public void reset() {
        change(new Faults.Change(0L, 0L, 0.0, false, Faults.Outage.NONE.name()));
        requests.reset();
        errorsInjected.reset();
        refused.reset();
        hung.reset();
    }
}
