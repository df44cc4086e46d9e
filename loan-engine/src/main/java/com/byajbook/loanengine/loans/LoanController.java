package com.byajbook.loanengine.loans;

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

/** A borrower's loans, one and many. */
@RestController
@RequestMapping("/internal/borrowers/{borrowerId}/loans")
class LoanController {

    private final PostgresLoanViews loans;
    private final Pages pages;

    LoanController(PostgresLoanViews loans, LoansProperties limits) {
        this.loans = loans;
        this.pages = new Pages(limits.cursorKey(), limits.defaultPage(), limits.largestPage());
    }

    @GetMapping("/{loanId}")
    Mono<LoanView> get(@PathVariable UUID borrowerId, @PathVariable UUID loanId) {
        return loans.find(borrowerId, loanId)
                .switchIfEmpty(Mono.error(() -> Failure.notFound("There is no such loan of yours.")));
    }

    @GetMapping
    Mono<Page<LoanView>> list(
            @PathVariable UUID borrowerId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return pages.get(
                new Asked(borrowerId, after, limit),
                (cursor, size) -> loans.list(borrowerId, cursor, size),
                loan -> new Cursor(loan.receivedAt(), loan.id()));
    }
}
