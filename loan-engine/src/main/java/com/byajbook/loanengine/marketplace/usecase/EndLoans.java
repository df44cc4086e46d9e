package com.byajbook.loanengine.marketplace.usecase;

import com.byajbook.loanengine.lifecycle.usecase.LoanNow;
import com.byajbook.loanengine.lifecycle.usecase.MoveLoans;
import com.byajbook.loanengine.marketplace.domain.Commitment;
import com.byajbook.loanengine.marketplace.domain.FundingSaga;
import com.byajbook.loanengine.marketplace.domain.Pair;
import com.byajbook.loanengine.underwriting.usecase.LowerExposures;
import com.byajbook.platform.message.Message;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Ends loans before they were paid out, or undoes that: gives back what was held, promised and owed. */
public final class EndLoans {

    private final MoveLoans loans;
    private final HoldListings listings;
    private final HoldLenders lenders;
    private final KeepCommitments commitments;
    private final LowerExposures exposures;
    private final Clock clock;

    public EndLoans(
            MoveLoans loans,
            HoldListings listings,
            HoldLenders lenders,
            KeepCommitments commitments,
            LowerExposures exposures,
            Clock clock) {
        this.loans = loans;
        this.listings = listings;
        this.lenders = lenders;
        this.commitments = commitments;
        this.exposures = exposures;
        this.clock = clock;
    }

    /** Ends those of these loans that the step finds where it may; answers with what is to be sent. */
    Mono<List<Message>> end(FundingSaga step, Collection<UUID> ids) {
        return loans.lock(ids)
                .map(found -> found.values().stream()
                        .filter(loan -> SagaMoves.fits(step, loan))
                        .toList())
                .flatMap(ending -> ending.isEmpty() ? Mono.just(List.of()) : gather(step, ending));
    }

    private Mono<List<Message>> gather(FundingSaga step, List<LoanNow> ending) {
        List<UUID> ids = ending.stream().map(LoanNow::loanId).toList();
        return listings.lock(ids)
                .flatMap(listed ->
                        commitments.listLive(ids).map(live -> Ending.of(step, ending, listed, live, clock.instant())))
                .flatMap(this::conclude);
    }

    /** What is only reserved stays so until its hold is answered. */
    private Mono<List<Message>> conclude(Ending ending) {
        return giveBackCaps(ending.released())
                .then(Mono.defer(() -> listings.save(ending.closed())))
                .then(Mono.defer(() -> commitments.save(ending.released())))
                .then(Mono.defer(() -> exposures.lower(ending.owedByBorrower())))
                .then(Mono.defer(() -> loans.move(ending.moves())))
                .map(SagaMoves::made)
                .map(ending::messages);
    }

    private Mono<Void> giveBackCaps(List<Commitment> released) {
        Set<Pair> pairs = released.stream().map(Commitment::pair).collect(Collectors.toSet());
        return lenders.lock(pairs).flatMap(book -> {
            released.forEach(commitment -> book.add(commitment.pair(), -commitment.amountPaise()));
            return lenders.save(book);
        });
    }
}
