package com.byajbook.paymentflow.architecture.violators.collections.domain;

import reactor.core.publisher.Mono;

/** Knows Reactor. */
record DomainThatReacts(Mono<String> decision) {}
