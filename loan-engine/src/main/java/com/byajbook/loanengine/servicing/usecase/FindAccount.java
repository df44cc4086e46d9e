package com.byajbook.loanengine.servicing.usecase;

import com.byajbook.loanengine.servicing.domain.Account;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** One account as it is, for its borrower. */
@FunctionalInterface
public interface FindAccount {

    /** Empty when there is none, or it is somebody else's. */
    Mono<Account> find(UUID borrowerId, UUID loanId);
}
