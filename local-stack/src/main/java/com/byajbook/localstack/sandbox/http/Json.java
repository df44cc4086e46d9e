package com.byajbook.localstack.sandbox.http;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Strict JSON: a typing error in a test's request must be told to its author, never swallowed. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private Json() {}

    /** Writes a record, a map or a list. */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Reads one object; anything wrong with it becomes {@link BadInput} with the reason and nothing of our insides. */
    public static <T> T read(String text, Class<T> type) {
        if (text.isBlank()) {
            throw new BadInput("A JSON body is required.");
        }
        T value;
        try {
            value = MAPPER.readValue(text, type);
        } catch (JacksonException e) {
            throw refusal(e);
        }
        if (value == null) {
            throw new BadInput("The body must be a JSON object, not null.");
        }
        return value;
    }

    private static BadInput refusal(JacksonException e) {
        // A record's own constructor explains best what it refuses.
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadInput explained) {
                return explained;
            }
        }
        if (e instanceof StreamReadException) {
            return new BadInput("The body is not well-formed JSON: " + firstLine(e));
        }
        if (e instanceof DatabindException mismatch && !mismatch.getPath().isEmpty()) {
            String field = mismatch.getPath().get(mismatch.getPath().size() - 1).getPropertyName();
            return new BadInput("Field '" + field + "' is unknown, missing or of the wrong type.");
        }
        return new BadInput("The body does not have the expected shape: one JSON object and nothing after it.");
    }

    private static String firstLine(JacksonException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("unreadable");
    }
}
