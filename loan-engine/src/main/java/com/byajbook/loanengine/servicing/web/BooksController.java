package com.byajbook.loanengine.servicing.web;

import com.byajbook.loanengine.servicing.ServicingProperties;
import com.byajbook.loanengine.servicing.usecase.ReadBooks;
import com.byajbook.loanengine.servicing.usecase.ReadBooks.Holding;
import com.byajbook.loanengine.servicing.usecase.ReadBooks.Line;
import com.byajbook.loanengine.servicing.usecase.ReadBooks.Sums;
import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A loan's statement and a lender's portfolio, a page at a time. One line more than fits is asked for. */
@RestController
class BooksController {

    private final ReadBooks books;
    private final ServicingProperties limits;

    BooksController(ReadBooks books, ServicingProperties limits) {
        this.books = books;
        this.limits = limits;
    }

    @GetMapping("/internal/borrowers/{borrowerId}/loans/{loanId}/statement")
    Mono<Page<Line>> getStatement(
            @PathVariable UUID borrowerId,
            @PathVariable UUID loanId,
            @RequestParam(required = false) @Nullable Integer after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return paged(
                limit,
                size -> books.statement(borrowerId, loanId, after == null ? 0 : after, size + 1)
                        .map(found -> Page.of(found, size, line -> Integer.toString(line.number())))
                        .switchIfEmpty(Mono.error(AccountController::noAccount)));
    }

    @GetMapping("/internal/lenders/{lenderId}/portfolio")
    Mono<Portfolio> getPortfolio(
            @PathVariable UUID lenderId,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return paged(
                limit,
                size -> books.sums(lenderId)
                        .zipWhen(
                                sums -> books.portfolio(lenderId, after, size + 1),
                                (sums, found) -> portfolio(sums, found, size)));
    }

    private static Portfolio portfolio(Sums sums, List<Holding> found, int size) {
        Page<Holding> page = Page.of(found, size, holding -> holding.loanId().toString());
        return new Portfolio(
                sums.investedPaise(), sums.outstandingPaise(), sums.receivedPaise(), page.items(), page.next());
    }

    private <T> Mono<T> paged(@Nullable Integer limit, Function<Integer, Mono<T>> page) {
        int size = limit == null ? limits.defaultPage() : limit;
        if (size < 1 || size > limits.largestPage()) {
            return Mono.error(() -> Failure.invalid(
                    ProblemType.INVALID_PARAMETER, "limit must lie between 1 and " + limits.largestPage() + "."));
        }
        return page.apply(size);
    }

    /** A lender's loans: all together, and a page of them. */
    record Portfolio(
            long investedPaise,
            long outstandingPaise,
            long receivedPaise,
            List<Holding> items,
            @Nullable String next) {}
}
