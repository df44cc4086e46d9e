package com.byajbook.notifications.delivery;

import java.util.function.Function;
import java.util.function.Supplier;

/** What a gateway made of one message. */
sealed interface Answer {

    /** It took the message. */
    record Accepted() implements Answer {}

    /** It will never take this message; another channel may. */
    record Refused(String why) implements Answer {}

    /** It failed, or did not answer in time: perhaps it has the message, so only the same id may be sent again. */
    record Unanswered(String why) implements Answer {}

    /** It was not asked, because its breaker is open. */
    record NotAsked() implements Answer {}

    default <T> T fold(
            Supplier<T> accepted, Function<String, T> refused, Function<String, T> unanswered, Supplier<T> notAsked) {
        if (this instanceof Refused refusal) {
            return refused.apply(refusal.why());
        }
        if (this instanceof Unanswered silence) {
            return unanswered.apply(silence.why());
        }
        return this instanceof Accepted ? accepted.get() : notAsked.get();
    }
}
