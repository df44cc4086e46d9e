package com.byajbook.api.intake.usecase;

import com.byajbook.api.intake.domain.AcceptedCommand;
import com.byajbook.api.intake.domain.Command;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Where accepted commands are kept. */
public interface IntakeStore {

    /**
     * Commits the commands and their messages in one transaction.
     *
     * @param commands each id once
     * @return the ids that were not known before; fails with {@link RowRefused} when a row cannot be stored, and with
     *     anything else when it is not known whether the transaction happened
     */
    Mono<Set<UUID>> commit(List<Command> commands);

    /** Those of the ids that are accepted. */
    Mono<Map<UUID, AcceptedCommand>> findAll(Collection<UUID> ids);

    /** The database refused the data of at least one row; nothing of the transaction happened. */
    final class RowRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public RowRefused(Throwable cause) {
            super("a row was refused", cause);
        }
    }
}
