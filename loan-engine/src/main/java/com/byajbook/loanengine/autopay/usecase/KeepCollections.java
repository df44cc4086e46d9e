package com.byajbook.loanengine.autopay.usecase;

import com.byajbook.loanengine.autopay.domain.InstalmentCollection;
import com.byajbook.loanengine.autopay.domain.InstalmentKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Instalments that are collected by themselves. */
public interface KeepCollections {

    /** Adds those of which no notice was given before; answers with them. */
    Mono<Set<InstalmentKey>> add(List<InstalmentCollection> noticed);

    /** The next ones whose attempt is due, locked; those that somebody else holds are passed over. */
    Mono<List<InstalmentCollection>> lockDue(Instant now, int limit);

    /** These, locked until the transaction ends. */
    Mono<Map<InstalmentKey, InstalmentCollection>> lock(Collection<InstalmentKey> keys);

    /** Writes what changed about locked ones. */
    Mono<Void> save(List<InstalmentCollection> collections);

    /** All of a loan, by number. */
    Mono<List<InstalmentCollection>> list(UUID loanId);
}
