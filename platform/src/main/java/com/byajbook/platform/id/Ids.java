package com.byajbook.platform.id;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Name-based identities (UUID version 5, RFC 9562): the same inputs give the same id on every retry and every node. */
public final class Ids {

    private static final UUID RESOURCES = UUID.fromString("5b9a6f2e-3c1d-5e4b-8a7f-0d2c4e6f8a10");

    private Ids() {}

    /** The version 5 id of a name within a namespace. */
    public static UUID v5(UUID namespace, String name) {
        return UuidCreator.getNameBasedSha1(namespace, name);
    }

    /**
     * The id of what an actor creates by one operation under one idempotency key.
     *
     * <p>The parts are joined with a separator that no operation name contains and the actor has a fixed length, so two
     * different triples never share a name.
     */
    public static UUID resource(UUID actor, String operation, String idempotencyKey) {
        return v5(RESOURCES, actor + "/" + operation + "/" + idempotencyKey);
    }
}
