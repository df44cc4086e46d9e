package com.byajbook.paymentflow.architecture.violators.payments.domain;

import reactor.core.publisher.Mono;

/** Knows Reactor. */
record DomainThatReacts(Mono<String> decision) {}
