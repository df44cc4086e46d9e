package com.byajbook.loanengine.marketplace.usecase;

import com.byajbook.loanengine.paging.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Reads what lenders may see. */
public interface ReadMarket {

    /** Up to {@code limit} loans that lenders may fund, newest first, those after the cursor if there is one. */
    Mono<List<ListedLoan>> listListings(@Nullable Cursor after, int limit);

    /** A lender's own commitment; empty if there is none. */
    Mono<CommitmentView> findCommitment(UUID lenderId, UUID commitmentId);

    /** Up to {@code limit} commitments of a lender, newest first, those after the cursor if there is one. */
    Mono<List<CommitmentView>> listCommitments(UUID lenderId, @Nullable Cursor after, int limit);

    /**
     * A loan before lenders. Nothing in it says whose it is.
     *
     * @param annualRatePct a decimal with the digits that it was offered with
     * @param band of the borrower's risk
     */
    record ListedLoan(
            UUID loanId,
            long amountPaise,
            long leftPaise,
            int tenureMonths,
            String annualRatePct,
            String purpose,
            String band,
            Instant listedAt,
            Instant expiresAt) {}

    /**
     * A commitment as its lender may see it.
     *
     * @param version grows with every change
     * @param reason why it was refused or released, a stable code
     */
    record CommitmentView(
            UUID id,
            UUID loanId,
            String status,
            int version,
            long amountPaise,
            @Nullable String reason,
            Instant createdAt,
            Instant updatedAt) {}
}
