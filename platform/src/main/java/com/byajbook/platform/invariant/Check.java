package com.byajbook.platform.invariant;

import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * An invariant and how to look whether it holds.
 *
 * @param part looks at a bounded part of what there is, from where the look before it stopped on
 */
public record Check(Invariant invariant, Function<String, Mono<Part>> part) {

    /** A check that goes on where its last look stopped. */
    public static Check inTurn(String name, String words, Function<String, Mono<Part>> part) {
        return new Check(new Invariant(name, words), part);
    }

    /** A check that looks at the same each time, which is bounded by itself. */
    public static Check whole(String name, String words, Mono<Part> part) {
        return new Check(new Invariant(name, words), from -> part);
    }
}
