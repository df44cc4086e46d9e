package com.byajbook.loanengine.autopay.usecase;

import com.byajbook.loanengine.autopay.domain.Attempt;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Attempts to collect. They are written under the lock of their instalment. */
public interface KeepAttempts {

    /** Those of these payments that are attempts of ours. */
    Mono<Map<UUID, Attempt>> find(Collection<UUID> paymentIds);

    /** What attempts whose outcome is open may still bring, by loan; loans without any are left out. */
    Mono<Map<UUID, Long>> underWay(Collection<UUID> loanIds);

    /** Adds new ones; fails when one of the same instalment and number is there. */
    Mono<Void> add(List<Attempt> attempts);

    /** Writes what was heard of known ones. */
    Mono<Void> save(List<Attempt> attempts);
}
