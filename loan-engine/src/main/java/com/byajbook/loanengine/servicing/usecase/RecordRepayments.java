package com.byajbook.loanengine.servicing.usecase;

import com.byajbook.platform.message.RepaymentSplit;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Which repayments were allocated. Only inside a transaction that has locked their loans. */
public interface RecordRepayments {

    /** Those of these payments that were allocated before. */
    Mono<Set<UUID>> known(Collection<UUID> paymentIds);

    /** Keeps these for ever, so that none is allocated again. */
    Mono<Void> record(List<Allocated> repayments);

    /** A repayment and what it paid. */
    record Allocated(UUID paymentId, UUID loanId, RepaymentSplit split, Instant at) {}
}
