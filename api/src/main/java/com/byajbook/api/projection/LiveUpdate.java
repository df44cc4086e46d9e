package com.byajbook.api.projection;

import java.util.UUID;

/**
 * A thing in its newest known state.
 *
 * @param user whose it is
 * @param kind {@code loan}, {@code payment}, {@code commitment} or {@code transfer}
 * @param version what is not newer than the stored one is ignored
 * @param json the thing as its owner reads it
 */
public record LiveUpdate(UUID user, String kind, UUID id, long version, String json) {}
