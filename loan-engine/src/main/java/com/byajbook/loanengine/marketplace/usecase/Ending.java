package com.byajbook.loanengine.marketplace.usecase;

import com.byajbook.loanengine.lifecycle.usecase.LoanMove;
import com.byajbook.loanengine.lifecycle.usecase.LoanNow;
import com.byajbook.loanengine.lifecycle.usecase.MoveOutcome.Moved;
import com.byajbook.loanengine.marketplace.domain.Commitment;
import com.byajbook.loanengine.marketplace.domain.FundingSaga;
import com.byajbook.loanengine.marketplace.domain.Listing;
import com.byajbook.platform.message.Message;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Loans that end by one step, and what that frees.
 *
 * @param closed their listings, if they had come so far
 * @param released their commitments whose money is given back
 */
record Ending(FundingSaga step, List<LoanNow> loans, List<Listing> closed, List<Commitment> released, Instant at) {

    static Ending of(
            FundingSaga step, List<LoanNow> loans, Map<UUID, Listing> listed, List<Commitment> live, Instant at) {
        List<Commitment> released = live.stream()
                .filter(commitment -> step.commitmentFrom().contains(commitment.state()))
                .map(commitment -> commitment.after(step, step.reason().orElse(null), at))
                .toList();
        Map<UUID, List<Commitment>> byLoan = byLoan(released);
        List<Listing> closed = listed.values().stream()
                .map(listing -> listing.closed(
                        byLoan.getOrDefault(listing.loanId(), List.of()).size()))
                .toList();
        return new Ending(step, loans, closed, released, at);
    }

    /** Nobody has promised anything to a loan that is over. */
    List<LoanMove> moves() {
        return loans.stream().map(loan -> SagaMoves.along(step, loan, 0)).toList();
    }

    Map<UUID, Long> owedByBorrower() {
        return loans.stream()
                .collect(Collectors.groupingBy(LoanNow::borrowerId, Collectors.summingLong(LoanNow::amountPaise)));
    }

    List<Message> messages(List<Moved> moved) {
        return Stream.of(
                        moved.stream().map(Moved::event),
                        released.stream().map(FundingMessages::changed),
                        byLoan(released).entrySet().stream().map(entry -> giveBack(entry.getKey(), entry.getValue())))
                .<Message>flatMap(Function.identity())
                .toList();
    }

    /** What went into the loan's funds is returned; what is still held for it is released. */
    private Message giveBack(UUID loanId, List<Commitment> commitments) {
        return step.sent().contains(FundingSaga.Sent.RETURN_FUNDS)
                ? FundingMessages.giveBack(loanId, commitments, at)
                : FundingMessages.release(loanId, commitments, at);
    }

    private static Map<UUID, List<Commitment>> byLoan(List<Commitment> commitments) {
        return commitments.stream()
                .collect(Collectors.groupingBy(Commitment::loanId, LinkedHashMap::new, Collectors.toList()));
    }
}
