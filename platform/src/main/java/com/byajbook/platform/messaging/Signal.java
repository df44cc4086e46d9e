package com.byajbook.platform.messaging;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Something that happens once, and that any number may wait for; firing it again changes nothing. */
final class Signal {

    private final Sinks.Empty<Void> sink = Sinks.empty();

    void fire() {
        // The only refusal is that it has fired already, which is what the caller wants.
        Sinks.EmitResult unused = sink.tryEmitEmpty();
    }

    /** Completes when it has fired. */
    Mono<Void> fired() {
        return sink.asMono();
    }
}
