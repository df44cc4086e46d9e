package com.byajbook.notifications.delivery;

import java.time.Duration;

/**
 * What becomes of a message after an answer.
 *
 * @param message as it stands now: its channel, its fallbacks, its attempts
 * @param delay until it is due again; zero when it is finished or goes on at once
 * @param note why, for people; empty when there is nothing to say
 */
record Step(Outgoing message, State state, Duration delay, String note) {

    enum State {
        PENDING,
        DELIVERED,
        FAILED
    }

    static Step delivered(Outgoing message) {
        return new Step(message.triedAgain(), State.DELIVERED, Duration.ZERO, "");
    }

    static Step failed(Outgoing message, String note) {
        return new Step(message, State.FAILED, Duration.ZERO, note);
    }

    static Step pending(Outgoing message, Duration delay, String note) {
        return new Step(message, State.PENDING, delay, note);
    }
}
