package com.byajbook.loanengine.underwriting.usecase;

import com.byajbook.loanengine.underwriting.domain.DecidedLoan;
import java.util.List;
import reactor.core.publisher.Mono;

/** Keeps decisions. Only inside a transaction. */
public interface SaveDecisions {

    /** Saves the loans that have no decision yet, and answers with exactly those, in their order. */
    Mono<List<DecidedLoan>> save(List<DecidedLoan> decided);
}
