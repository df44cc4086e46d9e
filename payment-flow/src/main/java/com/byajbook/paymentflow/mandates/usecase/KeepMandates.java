package com.byajbook.paymentflow.mandates.usecase;

import com.byajbook.paymentflow.mandates.domain.Mandate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Mandates, held still while they change. Only inside a transaction. */
public interface KeepMandates {

    /** Those of these that there are, locked until the transaction ends. */
    Mono<Map<UUID, Mandate>> lock(Collection<UUID> mandateIds);

    /** The next ones whose step is due, locked; those that somebody else holds are passed over. */
    Mono<List<Mandate>> lockDue(Instant now, int limit);

    /** Adds those that are new and writes the others as they are now; each at most once. */
    Mono<Void> save(List<Mandate> mandates);
}
