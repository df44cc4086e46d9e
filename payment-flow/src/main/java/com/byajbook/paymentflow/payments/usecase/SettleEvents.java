package com.byajbook.paymentflow.payments.usecase;

import java.util.List;
import reactor.core.publisher.Mono;

/** Applies stored events of the provider; those whose payment is not there yet stay waiting. */
public final class SettleEvents {

    private final ApplyFindings findings;
    private final ProviderEvents events;

    public SettleEvents(ApplyFindings findings, ProviderEvents events) {
        this.findings = findings;
        this.events = events;
    }

    /** Runs inside the current transaction. */
    Mono<Lesson> settle(List<ProviderEvent> stored) {
        return findings.apply(stored.stream().map(ProviderEvent::finding).toList())
                .flatMap(lesson -> conclude(lesson).thenReturn(lesson));
    }

    private Mono<Void> conclude(Lesson lesson) {
        List<Conclusion> conclusions = lesson.weighed().stream()
                .map(weighed -> new Conclusion(weighed.finding().source(), weighed.verdict()))
                .toList();
        return conclusions.isEmpty() ? Mono.empty() : events.conclude(conclusions);
    }
}
