package com.byajbook.localstack.sandbox.http;

import java.util.Map;

/** One request, read completely: path variables, first value of each query parameter, and the body as text. */
public record Request(Map<String, String> pathVariables, Map<String, String> query, String accept, String body) {

    /** Copies what it is given: a request does not change any more. */
    public Request {
        pathVariables = Map.copyOf(pathVariables);
        query = Map.copyOf(query);
    }

    /** The body as a record of this type, or a 400. */
    public <T> T json(Class<T> type) {
        return Json.read(body, type);
    }

    /** The variable that the route's template names. */
    public String path(String name) {
        String value = pathVariables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The route has no variable '" + name + "'");
        }
        return value;
    }

    /** A query parameter, empty when it is absent. */
    public String query(String name) {
        return query.getOrDefault(name, "");
    }

    /** The query parameter {@code limit}, between 1 and {@code max}, or the default when it is absent. */
    public int limit(int byDefault, int max) {
        String text = query("limit");
        if (text.isEmpty()) {
            return byDefault;
        }
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > max) {
            throw new BadInput("'limit' must be a number from 1 to " + max + ".");
        }
        return Integer.parseInt(text);
    }

    /** A browser asks for HTML by name; programs and curl do not. */
    public boolean wantsHtml() {
        return accept.contains("text/html");
    }
}
