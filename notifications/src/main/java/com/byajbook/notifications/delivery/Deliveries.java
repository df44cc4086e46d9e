package com.byajbook.notifications.delivery;

import com.byajbook.notifications.contacts.Channel;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** All lanes, running. They start before the consumers that feed them and stop after those. */
public final class Deliveries implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
    /** Between the platform's relay (200) and its consumers (300). */
    static final int PHASE = 250;

    private final Map<Channel, ChannelLane> lanes;
    private final Duration drain;
    private final Disposable.Composite sweeps = Disposables.composite();
    private final Disposable.Composite work = Disposables.composite();
    private final Sinks.Empty<Void> worked = Sinks.empty();
    private volatile boolean running;

    Deliveries(Map<Channel, ChannelLane> lanes, Duration drain) {
        this.lanes = Map.copyOf(lanes);
        this.drain = drain;
    }

    /** Hands over messages that were just committed under a lease; those for which there is no room go later, by the sweep. */
    void take(Collection<Outgoing> committed) {
        committed.forEach(message -> {
            ChannelLane lane = lanes.get(message.channel());
            if (lane != null) {
                lane.take(message);
            }
        });
    }

    @Override
    public void start() {
        running = true;
        work.add(Flux.fromIterable(lanes.values())
                .flatMap(ChannelLane::work, lanes.size())
                .then()
                .subscribe(nothing -> {}, stuck -> log.error("Delivery has stopped", stuck), this::worked));
        lanes.values().forEach(lane -> sweeps.add(lane.sweep().subscribe()));
    }

    private void worked() {
        worked.emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST);
    }

    /** Claims nothing more and lets the calls in flight end, within bounds; what is left belongs to nobody after its lease. */
    @Override
    public void stop(Runnable stopped) {
        running = false;
        sweeps.dispose();
        lanes.values().forEach(ChannelLane::finish);
        work.add(worked.asMono()
                .timeout(drain)
                .onErrorResume(java.util.concurrent.TimeoutException.class, late -> {
                    log.warn("Calls to gateways are still in flight after {}; they are left to the next start", drain);
                    return Mono.empty();
                })
                .doFinally(end -> stopped.run())
                .subscribe());
    }

    @Override
    public void stop() {
        stop(work::dispose);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
