package com.byajbook.platform.messaging;

/** What became of a message that was handed to the publisher. Only CONFIRMED means that the broker has it. */
enum PublishOutcome {
    /** The broker has it in at least one queue. */
    CONFIRMED,
    /** No queue takes messages of this kind yet. */
    RETURNED,
    /** A queue is full. */
    REFUSED_BY_BROKER,
    /** The link ended or the deadline passed: the broker may or may not have it. */
    UNKNOWN,
    /** It was not sent: there is no connection. */
    NOT_CONNECTED,
    /** It was not sent: as many as allowed are unconfirmed. */
    WINDOW_FULL,
    /** It was not sent: it is larger than allowed. */
    TOO_LARGE
}
