package com.byajbook.loanengine.marketplace.usecase;

import com.byajbook.loanengine.marketplace.domain.Listing;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Listings, held still. Only inside a transaction, but for what is due. */
public interface HoldListings {

    /** Those of these loans that were ever listed, locked until the transaction ends. */
    Mono<Map<UUID, Listing>> lock(Collection<UUID> loans);

    /** Puts loans before lenders. */
    Mono<Void> open(List<Listing> listings);

    /** Writes what became of listings; they must be locked. */
    Mono<Void> save(List<Listing> listings);

    /** Up to {@code limit} open listings whose time is over, the most overdue first. Locks nothing. */
    Mono<List<UUID>> listDue(Instant now, int limit);
}
