package com.byajbook.loanengine.loans;

import com.byajbook.loanengine.paging.Cursor;
import com.byajbook.loanengine.paging.CursorSeal;
import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import java.util.List;
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
    private final CursorSeal cursors;
    private final LoansProperties limits;

    LoanController(PostgresLoanViews loans, LoansProperties limits) {
        this.loans = loans;
        this.cursors = new CursorSeal(limits.cursorKey());
        this.limits = limits;
    }

    @GetMapping("/{loanId}")
    Mono<LoanView> get(@PathVariable UUID borrowerId, @PathVariable UUID loanId) {
        return loans.find(borrowerId, loanId)
                .switchIfEmpty(Mono.error(() -> Failure.notFound("There is no such loan of yours.")));
    }

    @GetMapping
    Mono<LoanPage> list(
            @PathVariable UUID borrowerId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = limit == null ? limits.defaultPage() : limit;
        if (size < 1 || size > limits.largestPage()) {
            return Mono.error(() -> Failure.invalid(
                    ProblemType.INVALID_PARAMETER, "limit must lie between 1 and " + limits.largestPage() + "."));
        }
        return Mono.defer(() -> loans.list(borrowerId, position(after, borrowerId), size + 1))
                .map(found -> page(found, borrowerId, size));
    }

    private @Nullable Cursor position(@Nullable String after, UUID borrowerId) {
        return after == null ? null : cursors.open(after, borrowerId);
    }

    /** One loan more than fits was asked for: whether it came says whether there is another page. */
    private LoanPage page(List<LoanView> found, UUID borrowerId, int size) {
        if (found.size() <= size) {
            return new LoanPage(found, null);
        }
        List<LoanView> items = found.subList(0, size);
        return new LoanPage(items, cursors.seal(cursorAfter(items.get(size - 1)), borrowerId));
    }

    private static Cursor cursorAfter(LoanView loan) {
        return new Cursor(loan.receivedAt(), loan.id());
    }
}
