package com.byajbook.loanengine.autopay.usecase;

import com.byajbook.loanengine.servicing.usecase.ListOwed.OwedLoan;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What is owed of loans. Only inside a transaction. */
@FunctionalInterface
public interface FindOwed {

    /** Those of these loans that are in service, held still until the transaction ends. */
    Mono<Map<UUID, OwedLoan>> lock(Collection<UUID> loanIds);
}
