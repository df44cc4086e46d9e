package com.byajbook.loanengine.marketplace.usecase;

import com.byajbook.loanengine.marketplace.domain.AcceptanceOutcome;
import com.byajbook.loanengine.marketplace.domain.CancellationOutcome;
import com.byajbook.platform.message.AcceptOffer;
import com.byajbook.platform.message.CancelLoan;
import java.util.List;
import reactor.core.publisher.Mono;

/** Keeps what borrowers said and what they were told. Only inside a transaction. */
public interface KeepAnswers {

    /** Keeps what became of acceptances. */
    Mono<Void> insertAcceptances(List<Acceptance> acceptances);

    /** Keeps what became of cancellations. */
    Mono<Void> insertCancellations(List<Cancellation> cancellations);

    /** A borrower's yes, and what became of it. */
    record Acceptance(AcceptOffer command, AcceptanceOutcome outcome) {}

    /** A borrower's wish to leave, and what became of it. */
    record Cancellation(CancelLoan command, CancellationOutcome outcome) {}
}
