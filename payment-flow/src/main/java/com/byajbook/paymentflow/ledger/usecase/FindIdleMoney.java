package com.byajbook.paymentflow.ledger.usecase;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks for money that has nothing more to do in escrow. What came first leaves first. */
public interface FindIdleMoney {

    /**
     * At most {@code limit} accounts of lenders with free money that came before that moment, in the order of their numbers.
     *
     * @param afterAccount the number of the last account of the part before; 0 for the first part
     */
    Flux<Idle> idle(Instant before, long afterAccount, int limit);

    /** What lies among the fees of an escrow and came before that moment; 0 when nothing does. */
    Mono<Long> fees(Escrow escrow, Instant before);

    /** When the oldest rupee came that anybody still has in an escrow; of each escrow that has one. */
    Flux<Oldest> oldest();

    /**
     * Free money of a lender.
     *
     * @param paise more than 0
     */
    record Idle(long account, Place place, UUID lenderId, long paise) {}

    /** Where it lies. */
    enum Place {
        WALLET,
        PROCEEDS
    }

    /** How old an escrow's money is. */
    record Oldest(Escrow escrow, Instant since) {}
}
