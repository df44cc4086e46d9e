package com.byajbook.loanengine.underwriting.usecase;

import com.byajbook.loanengine.underwriting.domain.CreditReport;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Asks the credit bureau. */
public interface FetchCreditReport {

    /**
     * The report on a borrower; never empty.
     *
     * @param loanId names the request, so that asking again is the same request to the bureau
     */
    Mono<CreditReport> fetch(UUID loanId, UUID borrowerId);
}
