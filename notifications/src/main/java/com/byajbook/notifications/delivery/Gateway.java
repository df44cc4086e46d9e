package com.byajbook.notifications.delivery;

import reactor.core.publisher.Mono;

/** A channel's gateway. It takes a message once per id, however often it is asked. */
interface Gateway {

    /** Asks it to take the message; what goes wrong is an answer, not an error. */
    Mono<Answer> send(Outgoing message);

    /** False while its breaker refuses calls or lets only a few through. */
    boolean isWell();
}
