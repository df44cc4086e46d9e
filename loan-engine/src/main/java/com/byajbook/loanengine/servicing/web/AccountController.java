package com.byajbook.loanengine.servicing.web;

import com.byajbook.loanengine.servicing.usecase.QuoteForeclosure;
import com.byajbook.loanengine.servicing.usecase.QuoteForeclosure.ForeclosureQuote;
import com.byajbook.loanengine.servicing.usecase.ShowAccount;
import com.byajbook.loanengine.servicing.usecase.ShowAccount.AccountView;
import com.byajbook.platform.problem.Failure;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How a borrower's loan stands, and what closes it. */
@RestController
@RequestMapping("/internal/borrowers/{borrowerId}/loans/{loanId}")
class AccountController {

    private final ShowAccount accounts;
    private final QuoteForeclosure quotes;

    AccountController(ShowAccount accounts, QuoteForeclosure quotes) {
        this.accounts = accounts;
        this.quotes = quotes;
    }

    @GetMapping("/account")
    Mono<AccountView> getAccount(@PathVariable UUID borrowerId, @PathVariable UUID loanId) {
        return accounts.show(borrowerId, loanId).switchIfEmpty(Mono.error(AccountController::noAccount));
    }

    @GetMapping("/foreclosure-quote")
    Mono<ForeclosureQuote> getQuote(@PathVariable UUID borrowerId, @PathVariable UUID loanId) {
        return quotes.quote(borrowerId, loanId).switchIfEmpty(Mono.error(AccountController::noAccount));
    }

    static Failure noAccount() {
        return Failure.notFound("There is no such loan of yours, or it was not paid out.");
    }
}
