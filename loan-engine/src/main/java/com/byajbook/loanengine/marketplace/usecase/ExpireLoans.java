package com.byajbook.loanengine.marketplace.usecase;

import com.byajbook.loanengine.lifecycle.usecase.ListOldOffers;
import com.byajbook.loanengine.marketplace.domain.AcceptancePolicy;
import com.byajbook.loanengine.marketplace.domain.FundingSaga;
import com.byajbook.platform.message.LoanChanged;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Ends what its time has passed: offers that nobody took, and listings that were not funded. */
public final class ExpireLoans {

    private final ListOldOffers offers;
    private final HoldListings listings;
    private final EndLoans ending;
    private final AcceptancePolicy policy;
    private final Transactions transactions;
    private final int batch;
    private final Clock clock;

    /**
     * The use case between its neighbours.
     *
     * @param batch the most loans that end in one transaction
     */
    public ExpireLoans(
            ListOldOffers offers,
            HoldListings listings,
            EndLoans ending,
            AcceptancePolicy policy,
            Transactions transactions,
            int batch,
            Clock clock) {
        this.offers = offers;
        this.listings = listings;
        this.ending = ending;
        this.policy = policy;
        this.transactions = transactions;
        this.batch = batch;
        this.clock = clock;
    }

    /** Ends some listings; how many these were. */
    public Mono<Integer> expireListings() {
        return Mono.defer(() -> expire(FundingSaga.EXPIRE_LISTING, listings.listDue(clock.instant(), batch)));
    }

    /** Ends some offers whose statement is not valid any more; how many these were. */
    public Mono<Integer> expireOffers() {
        return Mono.defer(
                () -> expire(FundingSaga.EXPIRE_OFFER, offers.listOld(policy.oldest(clock.instant()), batch)));
    }

    /** What is found is not locked: what ended meanwhile is not there any more when it is. */
    private Mono<Integer> expire(FundingSaga step, Mono<List<UUID>> due) {
        return transactions.commit(due.flatMap(ids -> ending.end(step, ids))).map(sent ->
                (int) sent.stream().filter(LoanChanged.class::isInstance).count());
    }
}
