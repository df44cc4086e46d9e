package com.byajbook.loanengine.underwriting.usecase;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What borrowers have open, held still while it is decided on. Only inside a transaction. */
public interface HoldExposures {

    /** What each borrower has open in paise, locked until the transaction ends; every borrower has an entry. */
    Mono<Map<UUID, Long>> lock(Collection<UUID> borrowers);

    /** Adds to what borrowers have open; they must be locked. */
    Mono<Void> raise(Map<UUID, Long> paiseByBorrower);

    /** Takes off what borrowers have open; they must be locked, and nobody falls below nothing. */
    Mono<Void> lower(Map<UUID, Long> paiseByBorrower);
}
