package com.byajbook.api.live;

import com.byajbook.api.projection.UserEvent;
import java.time.Duration;
import org.springframework.http.codec.ServerSentEvent;

/** The words of a live stream. */
final class LiveEvents {

    private LiveEvents() {}

    /** A thing of the user's changed; its id is where a client resumes. */
    static ServerSentEvent<String> change(UserEvent event) {
        return ServerSentEvent.builder(event.json())
                .id(event.id())
                .event(event.kind())
                .build();
    }

    /** From here on nothing is missed. */
    static ServerSentEvent<String> ready(String cursor) {
        return ServerSentEvent.builder("{}").id(cursor).event("ready").build();
    }

    /** Events may have been missed: read the present state, then go on from this id. */
    static ServerSentEvent<String> stale(String cursor, String reason) {
        return ServerSentEvent.builder(reasonJson(reason))
                .id(cursor)
                .event("stale")
                .build();
    }

    /** Events may be missed and there is no place to go on from: the client keeps the id that it has. */
    static ServerSentEvent<String> interrupted() {
        return ServerSentEvent.builder(reasonJson("live-updates-unavailable"))
                .event("stale")
                .build();
    }

    /** Come back, here or at another replica. */
    static ServerSentEvent<String> reconnect(Duration after) {
        return ServerSentEvent.builder("{}").event("reconnect").retry(after).build();
    }

    /** The stream lives. */
    static ServerSentEvent<String> heartbeat() {
        return ServerSentEvent.<String>builder().comment("heartbeat").build();
    }

    private static String reasonJson(String reason) {
        return "{\"reason\":\"" + reason + "\"}";
    }
}
