package com.byajbook.loadtests.bench.openloop;

/** Something that somebody wants, from its intended start through all attempts to its end. */
final class Wish {
    final Template template;
    final long key;
    final long intendedNanos;
    int attempts;
    long refusedAtNanos;
    long promisedNanos;

    Wish(Template template, long key, long intendedNanos) {
        this.template = template;
        this.key = key;
        this.intendedNanos = intendedNanos;
    }
}
