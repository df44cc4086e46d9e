package com.byajbook.loanengine.servicing.usecase;

import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What borrowers owe lenders, as far as limits count it. Only inside a transaction. */
@FunctionalInterface
public interface LowerExposures {

    /** Principal came back, or was taken back again. */
    Mono<Void> lower(List<PrincipalRepaid> repaid);

    /**
     * How much of it between whom.
     *
     * @param principalPaise less than 0 when it was taken back: the borrower owes it again, whatever the caps say
     */
    record PrincipalRepaid(UUID borrowerId, UUID lenderId, long principalPaise) {}
}
