package com.byajbook.platform.pipe;

/** The kinds of stages, in the order in which work passes them. */
public enum StageKind {
    /** The gate in front of everything. */
    INGRESS,
    /** Fairness between users. */
    USERS,
    /** Durable acceptance. */
    INTAKE,
    /** Outbox, relay and publish window. */
    RELAY,
    /** A queue of the broker. */
    QUEUE,
    /** A consumer of a queue. */
    CONSUMER,
    /** A pool of database connections. */
    POOL,
    /** A called service or partner. */
    PARTNER,
    /** Open event streams. */
    STREAMS
}
