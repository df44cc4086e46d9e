package com.byajbook.notifications.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;

/** Decides what becomes of a message after each answer: done, again later, by another channel, or given up. */
final class DeliveryPolicy {
    private static final double JITTER = 0.5;

    private final DeliveryProperties limits;
    private final DoubleSupplier random;

    /** Takes a source of numbers from 0 to 1, which spreads retries so that they do not come back as one wave. */
    DeliveryPolicy(DeliveryProperties limits, DoubleSupplier random) {
        this.limits = limits;
        this.random = random;
    }

    Step after(Outgoing message, Answer answer, Instant now) {
        return answer.fold(
                () -> Step.delivered(message),
                why -> byNextChannel(message.triedAgain(), why),
                why -> again(message.triedAgain(), why, now),
                () -> pause(message, now));
    }

    private static Step byNextChannel(Outgoing message, String why) {
        String note = message.channel() + " refused: " + why;
        return message.fallbacks().isEmpty()
                ? Step.failed(message, note)
                : Step.pending(message.byNextChannel(), Duration.ZERO, note);
    }

    private Step again(Outgoing message, String why, Instant now) {
        boolean spent = message.attempts() >= limits.maxAttempts() || isTooOld(message, now);
        String note = message.channel() + " did not answer: " + why;
        return spent
                ? Step.failed(message, note)
                : Step.pending(
                        message,
                        spread(Backoff.of(message.attempts(), limits.backoffMin(), limits.backoffMax())),
                        note);
    }

    /** The gateway was not even asked, so this costs no attempt; only age ends it. */
    private Step pause(Outgoing message, Instant now) {
        String note = message.channel() + " is away";
        return isTooOld(message, now)
                ? Step.failed(message, note)
                : Step.pending(message, spread(limits.pause()), note);
    }

    private boolean isTooOld(Outgoing message, Instant now) {
        return message.createdAt().plus(limits.giveUpAfter()).isBefore(now);
    }

    private Duration spread(Duration pause) {
        return Duration.ofMillis(Math.round(pause.toMillis() * (1 + JITTER * random.getAsDouble())));
    }
}
