package com.byajbook.localstack.sandbox.http;

import reactor.core.publisher.Mono;

/** Answers a request. {@link BadInput}, thrown or signalled, becomes a problem. */
@FunctionalInterface
public interface Handler {
    /** The answer; one that never comes is allowed and holds nothing but its connection. */
    Mono<Reply> handle(Request request);
}
