package com.byajbook.loanengine.loans;

import com.byajbook.loanengine.loans.PostgresLoanViews.Statement;
import com.byajbook.loanengine.loans.PostgresLoanViews.Terms;
import com.byajbook.loanengine.pricing.usecase.ListInstalments;
import com.byajbook.loanengine.pricing.usecase.ScheduledInstalment;
import com.byajbook.platform.problem.Failure;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a borrower was offered, in full. */
@RestController
@RequestMapping("/internal/borrowers/{borrowerId}/loans/{loanId}")
class OfferController {

    private final PostgresLoanViews loans;
    private final ListInstalments instalments;

    OfferController(PostgresLoanViews loans, ListInstalments instalments) {
        this.loans = loans;
        this.instalments = instalments;
    }

    @GetMapping(path = "/kfs", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<String> getStatement(@PathVariable UUID borrowerId, @PathVariable UUID loanId) {
        return loans.findStatement(borrowerId, loanId)
                .map(OfferController::withHash)
                .switchIfEmpty(Mono.error(OfferController::noOffer));
    }

    @GetMapping("/schedule")
    Mono<Schedule> getSchedule(@PathVariable UUID borrowerId, @PathVariable UUID loanId) {
        return loans.findTerms(borrowerId, loanId)
                .map(terms -> schedule(loanId, terms))
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

    private Schedule schedule(UUID loanId, Terms terms) {
        return new Schedule(
                loanId,
                terms.emiPaise(),
                instalments.list(terms.amountPaise(), terms.annualRatePercent(), terms.tenureMonths(), terms.start()));
    }

    private static Failure noOffer() {
        return Failure.notFound("There is no such loan of yours, or it was not offered.");
    }

    /** The instalments; their dates count from the day of the offer until the loan is paid out. */
    record Schedule(UUID loanId, long emiPaise, List<ScheduledInstalment> schedule) {}
}
