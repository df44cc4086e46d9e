package com.byajbook.platform.messaging;

import com.byajbook.platform.pipe.Stage;
import com.byajbook.platform.pipe.StageKind;
import com.byajbook.platform.pipe.StageSource;
import java.util.List;

/** Outbox, relay and publish window as one stage: what waits for the broker, and what it has not confirmed yet. */
final class RelayStage implements StageSource {

    private static final double MILLIS = 1e3;

    private final ConfirmedPublisher publisher;
    private final OutboxRelay relay;

    RelayStage(ConfirmedPublisher publisher, OutboxRelay relay) {
        this.publisher = publisher;
        this.relay = relay;
    }

    /** What is in flight is in the outbox too until it is confirmed, and is not counted twice. */
    @Override
    public Stage stage() {
        WorkMeter.Look look = publisher.meter().look();
        long waiting = Math.max(0, relay.backlogSize() - publisher.inFlight());
        return new Stage(
                "relay",
                StageKind.RELAY,
                publisher.inFlight(),
                publisher.window(),
                waiting,
                0,
                relay.backlogAge().toMillis(),
                look.offered(),
                look.offered(),
                look.served(),
                look.refused(),
                look.p50Ms(),
                look.p99Ms(),
                look.served() == 0 ? 0 : waiting / look.served() * MILLIS,
                0,
                publisher.state(),
                List.of(ConfirmedPublisher.WINDOW));
    }
}
