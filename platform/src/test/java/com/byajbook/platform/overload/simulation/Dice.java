package com.byajbook.platform.overload.simulation;

import java.util.Random;

/** Chance that is the same on every machine: a generator and functions whose every bit is specified. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    double uniform() {
        return random.nextDouble();
    }

    /** The time to the next one of those that come independently of each other. */
    long exponential(double meanNanos) {
        return (long) (-StrictMath.log(1 - random.nextDouble()) * meanNanos);
    }

    /** Mostly around the mean, now and then several times as long. */
    long lognormal(double meanNanos, double sigma) {
        double mu = StrictMath.log(meanNanos) - sigma * sigma / 2;
        return (long) StrictMath.exp(mu + sigma * random.nextGaussian());
    }
}
