package com.byajbook.platform.overload.ingress;

/**
 * Tells the handlers of a connection that a request was answered before any of them saw it: whatever they measure or
 * bound about a request has ended.
 */
public enum RequestTurnedAway {
    EVENT
}
