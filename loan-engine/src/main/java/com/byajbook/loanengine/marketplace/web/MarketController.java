package com.byajbook.loanengine.marketplace.web;

import com.byajbook.loanengine.marketplace.usecase.ReadMarket;
import com.byajbook.loanengine.marketplace.usecase.ReadMarket.CommitmentView;
import com.byajbook.loanengine.marketplace.usecase.ReadMarket.ListedLoan;
import com.byajbook.loanengine.paging.Cursor;
import com.byajbook.loanengine.paging.Page;
import com.byajbook.loanengine.paging.Pages;
import com.byajbook.loanengine.paging.Pages.Asked;
import com.byajbook.platform.problem.Failure;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Loans that lenders may fund, and what one lender promised. */
@RestController
@RequestMapping("/internal")
class MarketController {

    /** The market is the same for everybody, so its cursors have no owner. */
    private static final UUID EVERYBODY = new UUID(0, 0);

    private final ReadMarket market;
    private final Pages listings;
    private final Pages commitments;

    MarketController(ReadMarket market, MarketPages pages) {
        this.market = market;
        this.listings = pages.listings();
        this.commitments = pages.commitments();
    }

    @GetMapping("/marketplace/loans")
    Mono<Page<ListedLoan>> listListings(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return listings.get(
                new Asked(EVERYBODY, after, limit),
                market::listListings,
                loan -> new Cursor(loan.listedAt(), loan.loanId()));
    }

    @GetMapping("/lenders/{lenderId}/commitments/{id}")
    Mono<CommitmentView> getCommitment(@PathVariable UUID lenderId, @PathVariable UUID id) {
        return market.findCommitment(lenderId, id)
                .switchIfEmpty(Mono.error(() -> Failure.notFound("There is no such commitment of yours.")));
    }

    @GetMapping("/lenders/{lenderId}/commitments")
    Mono<Page<CommitmentView>> listCommitments(
            @PathVariable UUID lenderId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return commitments.get(
                new Asked(lenderId, after, limit),
                (cursor, size) -> market.listCommitments(lenderId, cursor, size),
                commitment -> new Cursor(commitment.createdAt(), commitment.id()));
    }
}
