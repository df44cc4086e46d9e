package com.byajbook.loanengine.marketplace.usecase;

import com.byajbook.loanengine.marketplace.domain.Commitment;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Commitments; the locks on their listings guard them. Only inside a transaction. */
public interface KeepCommitments {

    /** Those of these commitments that exist. */
    Mono<Map<UUID, Commitment>> find(Collection<UUID> ids);

    /** What is reserved, held or invested in these loans, in the order in which it was promised. */
    Mono<List<Commitment>> listLive(Collection<UUID> loans);

    /** Keeps new commitments. */
    Mono<Void> insert(List<Commitment> commitments);

    /** Writes what became of commitments. */
    Mono<Void> save(List<Commitment> commitments);
}
