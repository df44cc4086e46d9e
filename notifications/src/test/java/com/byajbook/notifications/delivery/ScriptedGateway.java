package com.byajbook.notifications.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** A gateway that answers as a test says and remembers what it was asked. */
final class ScriptedGateway implements Gateway {
    final List<UUID> asked = new ArrayList<>();
    final List<UUID> cancelled = new ArrayList<>();
    boolean well = true;
    int inFlight;
    int mostInFlight;
    private final Function<Outgoing, Mono<Answer>> script;

    ScriptedGateway(Function<Outgoing, Mono<Answer>> script) {
        this.script = script;
    }

    @Override
    public Mono<Answer> send(Outgoing message) {
        return Mono.defer(() -> {
                    asked.add(message.id());
                    inFlight++;
                    mostInFlight = Math.max(mostInFlight, inFlight);
                    return script.apply(message);
                })
                .doOnCancel(() -> cancelled.add(message.id()))
                .doOnTerminate(() -> inFlight--);
    }

    @Override
    public boolean isWell() {
        return well;
    }
}
