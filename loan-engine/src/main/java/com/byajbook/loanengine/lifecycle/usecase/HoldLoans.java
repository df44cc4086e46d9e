package com.byajbook.loanengine.lifecycle.usecase;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Loans, held still. Only inside a transaction. */
public interface HoldLoans {

    /** Those of these loans that were offered, as they are now, locked until the transaction ends. */
    Mono<Map<UUID, LoanNow>> lock(Collection<UUID> loans);

    /** Makes those moves whose loan is in one of the states and in the version that they name; answers with these loans. */
    Mono<List<LoanNow>> move(List<LoanMove> moves);
}
