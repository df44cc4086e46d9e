package com.byajbook.loanengine.architecture.violators.lending.usecase;

import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** A use case that starts work by itself, and one that waits for it. */
public final class UseCaseThatSubscribes {

    Disposable subscribed() {
        return Mono.just("work").subscribe();
    }

    String blocked() {
        return String.valueOf(Mono.just("work").block());
    }
}
