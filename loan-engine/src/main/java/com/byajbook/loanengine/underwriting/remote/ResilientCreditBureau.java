package com.byajbook.loanengine.underwriting.remote;

import com.byajbook.loanengine.underwriting.domain.CreditReport;
import com.byajbook.loanengine.underwriting.domain.CreditReport.Unavailable;
import com.byajbook.loanengine.underwriting.usecase.FetchCreditReport;
import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.remote.RemoteService;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * The bureau under a deadline, behind a gate and a breaker. A borrower is not made to wait for a bureau that is unwell:
 * without a report the application is referred. A question may be put twice, for the bureau counts it once. A gate that is
 * full is our own doing and refers nobody: the application waits in its queue.
 */
final class ResilientCreditBureau implements FetchCreditReport {

    private final FetchCreditReport bureau;
    private final RemoteService service;

    ResilientCreditBureau(FetchCreditReport bureau, RemoteService service) {
        this.bureau = bureau;
        this.service = service;
    }

    @Override
    public Mono<CreditReport> fetch(UUID loanId, UUID borrowerId) {
        return service.guardedAndRepeated(bureau.fetch(loanId, borrowerId))
                .onErrorResume(Failure.DependencyUnavailable.class, ResilientCreditBureau::withoutReport)
                .onErrorResume(Failure.DeadlinePassed.class, ResilientCreditBureau::withoutReport)
                .onErrorResume(UnusableReport.class, ResilientCreditBureau::withoutReport);
    }

    private static Mono<CreditReport> withoutReport(RuntimeException cause) {
        return Mono.just(new Unavailable(String.valueOf(cause.getMessage())));
    }
}
