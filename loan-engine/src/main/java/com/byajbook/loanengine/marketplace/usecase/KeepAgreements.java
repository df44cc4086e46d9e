package com.byajbook.loanengine.marketplace.usecase;

import com.byajbook.loanengine.marketplace.domain.Agreement;
import java.util.List;
import reactor.core.publisher.Mono;

/** Keeps agreements, as they were made. Only inside a transaction. */
@FunctionalInterface
public interface KeepAgreements {

    /** Keeps agreements of loans that have none. */
    Mono<Void> insert(List<Agreement> agreements);
}
