package com.byajbook.api.testing;

import java.net.http.HttpHeaders;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back. */
public record Answer(int status, HttpHeaders headers, String body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public JsonNode json() {
        return JSON.readTree(body);
    }

    /** A text member of the body; empty text when there is none. */
    public String text(String name) {
        return json().path(name).asString("");
    }

    /** A problem's stable code. */
    public String code() {
        return text("code");
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    public boolean isReplayed() {
        return header("Idempotent-Replayed").isPresent();
    }
}
