package com.byajbook.loadtests.bench;

/** Processor seconds by who used them. */
public record Cpu(double service, double postgres, double broker, double generator) {

    Cpu minus(Cpu before) {
        return new Cpu(
                service - before.service,
                postgres - before.postgres,
                broker - before.broker,
                generator - before.generator);
    }
}
