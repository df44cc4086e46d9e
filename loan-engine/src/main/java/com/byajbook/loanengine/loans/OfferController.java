package com.byajbook.loanengine.loans;

import com.byajbook.loanengine.loans.PostgresLoanViews.Statement;
import com.byajbook.loanengine.loans.PostgresLoanViews.Terms;
import com.byajbook.loanengine.pricing.usecase.ListInstalments;
import com.byajbook.loanengine.servicing.usecase.ShowAccount;
import com.byajbook.platform.problem.Failure;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a borrower was offered, in full, and what became of its instalments. */
@RestController
@RequestMapping("/internal/borrowers/{borrowerId}/loans/{loanId}")
class OfferController {

    private final PostgresLoanViews loans;
    private final ListInstalments instalments;
    private final ShowAccount accounts;

    OfferController(PostgresLoanViews loans, ListInstalments instalments, ShowAccount accounts) {
        this.loans = loans;
        this.instalments = instalments;
        this.accounts = accounts;
    }

    @GetMapping(path = "/kfs", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<String> getStatement(@PathVariable UUID borrowerId, @PathVariable UUID loanId) {
        return loans.findStatement(borrowerId, loanId)
                .map(OfferController::withHash)
                .switchIfEmpty(Mono.error(OfferController::noOffer));
    }

    @GetMapping("/schedule")
    Mono<ScheduleView> getSchedule(@PathVariable UUID borrowerId, @PathVariable UUID loanId) {
        return accounts.show(borrowerId, loanId)
                .map(ScheduleView::served)
                .switchIfEmpty(
                        Mono.defer(() -> loans.findTerms(borrowerId, loanId).map(terms -> offered(loanId, terms))))
                .switchIfEmpty(Mono.error(OfferController::noOffer));
    }

    /**
     * The stored text with the hash as its last member and nothing else touched: who takes that member off again and hashes
     * the rest gets the hash.
     */
    private static String withHash(Statement statement) {
        String open = statement.text().substring(0, statement.text().length() - 1);
        return open + ",\"kfsHash\":\"" + statement.hash() + "\"}";
    }

    private ScheduleView offered(UUID loanId, Terms terms) {
        return ScheduleView.offered(
                loanId,
                terms,
                instalments.list(terms.amountPaise(), terms.annualRatePercent(), terms.tenureMonths(), terms.start()));
    }

    private static Failure noOffer() {
        return Failure.notFound("There is no such loan of yours, or it was not offered.");
    }
}
