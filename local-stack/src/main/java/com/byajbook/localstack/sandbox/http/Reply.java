package com.byajbook.localstack.sandbox.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** What goes back to the caller. */
public record Reply(int status, String contentType, String body) {

    /** JSON of a record, a map or a list. */
    public static Reply json(int status, Object value) {
        return new Reply(status, "application/json", Json.write(value));
    }

    /** A whole HTML page. */
    public static Reply html(String page) {
        return new Reply(200, "text/html; charset=utf-8", page);
    }

    /** Plain text for a terminal. */
    public static Reply text(String text) {
        return new Reply(200, "text/plain; charset=utf-8", text);
    }

    /** A refusal or a failure, with a code for programs and a sentence for people. */
    public static Reply problem(int status, String code, String detail) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("status", status);
        problem.put("code", code);
        problem.put("detail", detail);
        return json(status, problem);
    }
}
