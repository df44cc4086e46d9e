package com.byajbook.platform.messaging;

/** The order in which messaging starts; it stops the other way round, so that consumers go first. */
final class Phases {

    static final int PUBLISHER = 100;
    static final int RELAY = 200;
    static final int CONSUMERS = 300;

    private Phases() {}
}
