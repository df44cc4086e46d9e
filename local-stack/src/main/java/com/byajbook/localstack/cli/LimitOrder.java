package com.byajbook.localstack.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of a limit, at the version that was read.
 *
 * @param value null gives the limit back to the configuration
 * @param ttl null when it is to stay
 */
record LimitOrder(
        @Nullable Long value,
        long version,
        String reason,
        @Nullable Duration ttl) {

    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        if (value == null) {
            body.put("reset", true);
        } else {
            body.put("value", value);
        }
        body.put("version", version);
        body.put("reason", reason);
        if (ttl != null) {
            body.put("ttlSeconds", ttl.toSeconds());
        }
        return body;
    }
}
