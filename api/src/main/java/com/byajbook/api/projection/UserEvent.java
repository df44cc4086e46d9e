package com.byajbook.api.projection;

/**
 * A change that a user may see.
 *
 * @param id grows from event to event
 * @param kind {@code loan}, {@code payment}, {@code commitment} or {@code transfer}
 * @param json the thing after the change
 */
public record UserEvent(String id, String kind, String json) {}
