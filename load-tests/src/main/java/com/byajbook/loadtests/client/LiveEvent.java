package com.byajbook.loadtests.client;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One event of a stream.
 *
 * @param id what {@code Last-Event-ID} resumes after
 * @param name for example {@code loan} or {@code payment}
 * @param data JSON
 */
public record LiveEvent(String id, String name, String data) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public JsonNode json() {
        return JSON.readTree(data.isEmpty() ? "{}" : data);
    }

    /** Whether it tells that the thing with this id has this status. */
    public boolean tells(String thingId, String status) {
        return isAbout(thingId) && json().path("status").asString("").equals(status);
    }

    public boolean isAbout(String thingId) {
        return json().path("id").asString("").equals(thingId);
    }

    /** Collects the lines of an event. */
    static final class Draft {
        private String id = "";
        private String name = "";
        private final StringBuilder data = new StringBuilder();

        void add(String line) {
            int colon = line.indexOf(':');
            String field = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 1).stripLeading();
            switch (field) {
                case "id" -> id = value;
                case "event" -> name = value;
                case "data" -> data.append(value);
                default -> {
                    // A comment keeps the line warm; unknown fields are ignored, as the standard says.
                }
            }
        }

        /** Empty for a comment. */
        Optional<LiveEvent> finish() {
            return name.isEmpty() && data.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new LiveEvent(id, name, data.toString()));
        }
    }
}
