package com.byajbook.api.intake.usecase;

import com.byajbook.api.intake.domain.AcceptedCommand;
import com.byajbook.api.intake.domain.Operation;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What is known of a command between its acceptance and the moment when its owner has taken it. */
@Component
public class FindAccepted {

    private final IntakeStore store;

    FindAccepted(IntakeStore store) {
        this.store = store;
    }

    /** The actor's own command; empty when there is none, or it is somebody else's. */
    public Mono<AcceptedCommand> find(UUID actor, Operation operation, UUID id) {
        return store.findAll(Set.of(id))
                .mapNotNull(found -> found.get(id))
                .filter(command -> command.actor().equals(actor) && command.operation() == operation);
    }
}
