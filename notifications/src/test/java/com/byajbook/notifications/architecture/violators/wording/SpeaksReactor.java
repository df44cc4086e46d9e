package com.byajbook.notifications.architecture.violators.wording;

import reactor.core.publisher.Mono;

/** A text that cannot be read without a runtime. */
public record SpeaksReactor(Mono<String> text) {}
