package com.byajbook.loanengine.autopay;

import com.byajbook.loanengine.autopay.domain.Attempt.Outcome;
import com.byajbook.loanengine.autopay.usecase.AutopaySignals;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts notices, attempts and their outcomes, and the instalments that were given up. */
final class MeteredAutopay implements AutopaySignals {

    private final MeterRegistry meters;
    private final Counter noticed;
    private final Counter givenUp;

    MeteredAutopay(MeterRegistry meters) {
        this.meters = meters;
        this.noticed = Counter.builder("byajbook.autopay.notices")
                .description("Instalments of which notice was given")
                .register(meters);
        this.givenUp = Counter.builder("byajbook.autopay.given.up")
                .description("Instalments that were left to their borrowers after the last attempt")
                .register(meters);
    }

    @Override
    public void noticed(int instalments) {
        noticed.increment(instalments);
    }

    @Override
    public void asked(boolean byMandate) {
        meters.counter("byajbook.autopay.attempts", "by", byMandate ? "MANDATE" : "REQUEST")
                .increment();
    }

    @Override
    public void learned(Outcome outcome) {
        meters.counter("byajbook.autopay.outcomes", "outcome", outcome.name()).increment();
    }

    @Override
    public void givenUp() {
        givenUp.increment();
    }
}
