package com.byajbook.loadtests.client;

import java.net.http.HttpResponse;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back over HTTP. */
public record Answer(int status, String body, HttpResponse<String> response) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.body(), response);
    }

    public JsonNode json() {
        return JSON.readTree(body);
    }

    /** A field at the top of the body as text; empty when it is absent or null. */
    public String text(String field) {
        return json().path(field).asString("");
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    public boolean isAccepted() {
        return status == 202;
    }

    @Override
    public String toString() {
        return status + " " + body;
    }
}
