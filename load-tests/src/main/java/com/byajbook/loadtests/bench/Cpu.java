package com.byajbook.loadtests.bench;

/** Processor seconds by who used them. */
record Cpu(double api, double postgres, double broker, double generator) {

    Cpu minus(Cpu before) {
        return new Cpu(
                api - before.api, postgres - before.postgres, broker - before.broker, generator - before.generator);
    }
}
