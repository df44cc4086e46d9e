package com.byajbook.platform.architecture.violators.message;

import reactor.core.publisher.Mono;

/** Breaks the rule that contracts are plain Java. */
public record ContractThatKnowsReactor(Mono<String> later) {}
