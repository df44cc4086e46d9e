package com.byajbook.api.projection;

import java.util.UUID;

/** The names of things in Redis. All of one user's lie in one slot, and nobody reads another user's by a known id. */
final class RedisNames {

    private RedisNames() {}

    static String status(UUID user, String kind, UUID id) {
        return "{" + user + "}:" + kind + ":" + id;
    }

    static String events(UUID user) {
        return "{" + user + "}:events";
    }

    static String nudges(UUID user) {
        return "{" + user + "}:nudges";
    }

    static String rate(String user) {
        return "{" + user + "}:rate";
    }
}
