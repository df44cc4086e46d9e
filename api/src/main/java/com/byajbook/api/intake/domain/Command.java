package com.byajbook.api.intake.domain;

import com.byajbook.platform.id.Ids;
import com.byajbook.platform.message.Message;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/**
 * A request that asks to be accepted.
 *
 * @param id the id of what it creates, the same on every retry
 * @param actor who asks
 * @param key the caller's idempotency key
 * @param body the canonical body, kept because it is what is known until the owner has taken the work
 * @param message what the owner is told, once and only if this command is the one accepted
 */
public record Command(
        UUID id,
        UUID actor,
        Operation operation,
        String key,
        BodyHash bodyHash,
        String body,
        Instant acceptedAt,
        Message message) {

    /** A command of an actor under a key; the message may carry the id, so it is made from it. */
    public static Command of(
            UUID actor,
            Operation operation,
            String key,
            CanonicalBody body,
            Instant acceptedAt,
            Function<UUID, Message> message) {
        UUID id = id(actor, operation, key);
        return new Command(id, actor, operation, key, body.hash(), body.text(), acceptedAt, message.apply(id));
    }

    /** The id under which a command of this actor and key is, or would be, accepted. */
    public static UUID id(UUID actor, Operation operation, String key) {
        return Ids.resource(actor, operation.stored(), key);
    }
}
