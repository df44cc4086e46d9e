package com.byajbook.loanengine.servicing.usecase;

import com.byajbook.loanengine.servicing.domain.Footprint;
import com.byajbook.platform.message.RepaymentSplit;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Which repayments were allocated or taken back. Only inside a transaction that has locked their loans. */
public interface RecordRepayments {

    /** Those of these payments that were allocated or taken back before. */
    Mono<Map<UUID, Known>> find(Collection<UUID> paymentIds);

    /** Keeps these for ever, so that none is allocated again. */
    Mono<Void> record(List<Allocated> repayments);

    /** Notes that these were taken back; one that was not allocated never will be. */
    Mono<Void> takeBack(List<TakenBack> repayments);

    /**
     * A repayment and what it paid.
     *
     * @param done null when it went back as a whole
     */
    record Allocated(
            UUID paymentId,
            UUID loanId,
            RepaymentSplit split,
            @Nullable Footprint done,
            Instant at) {}

    /** A repayment that the bank took back. */
    record TakenBack(UUID paymentId, UUID loanId, long amountPaise, Instant at) {}

    /**
     * What is known of a repayment.
     *
     * @param done null when nothing of it was allocated to an account
     */
    record Known(
            UUID paymentId,
            RepaymentSplit split,
            boolean takenBack,
            @Nullable Footprint done) {}
}
