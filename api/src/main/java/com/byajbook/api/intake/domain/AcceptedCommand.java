package com.byajbook.api.intake.domain;

import java.time.Instant;
import java.util.UUID;

/** A command as it was accepted, read back. */
public record AcceptedCommand(
        UUID id, UUID actor, Operation operation, BodyHash bodyHash, String body, Instant acceptedAt) {

    /** Whether this acceptance answers the command: the same request under the same key. */
    public boolean answers(Command command) {
        return bodyHash.equals(command.bodyHash());
    }
}
