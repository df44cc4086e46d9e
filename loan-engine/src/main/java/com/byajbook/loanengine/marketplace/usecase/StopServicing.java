package com.byajbook.loanengine.marketplace.usecase;

import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Ends the service of loans that are undone. Inside the transaction that undoes them, before any loan is locked in it. */
@FunctionalInterface
public interface StopServicing {

    /** Ends it for those that are served. */
    Mono<Void> stop(Collection<UUID> loans);
}
