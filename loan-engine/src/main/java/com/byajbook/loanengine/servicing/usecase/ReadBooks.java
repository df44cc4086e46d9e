package com.byajbook.loanengine.servicing.usecase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Lists out of the books, for whom they belong to. */
public interface ReadBooks {

    /** Up to {@code limit} lines of a statement after the one with this number; empty when the borrower has no such loan. */
    Mono<List<Line>> statement(UUID borrowerId, UUID loanId, int after, int limit);

    /** Up to {@code limit} loans that a lender has a share in, by the loan's id, after this one. */
    Mono<List<Holding>> portfolio(UUID lenderId, @Nullable UUID after, int limit);

    /** What a lender has in loans, all of them together. */
    Mono<Sums> sums(UUID lenderId);

    /**
     * A lender's loans together.
     *
     * @param investedPaise what was lent in all
     * @param outstandingPaise what of it is owed still
     * @param receivedPaise everything that came back so far, interest included
     */
    record Sums(long investedPaise, long outstandingPaise, long receivedPaise) {}

    /** A line of a statement. */
    record Line(
            int number,
            Instant at,
            String kind,
            long penaltyPaise,
            long feePaise,
            long interestPaise,
            long principalPaise,
            long excessPaise,
            @Nullable UUID paymentId) {}

    /** A lender's part in a loan; who the borrower is, it does not say. */
    record Holding(
            UUID loanId,
            LocalDate disbursedOn,
            String status,
            String arrears,
            long principalPaise,
            long outstandingPaise,
            long receivedPaise) {}
}
