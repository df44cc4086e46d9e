package com.byajbook.loanengine.servicing.usecase;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** New accounts. Only inside a transaction. */
public interface AddAccounts {

    /** Adds those that are not there yet; answers with their loans. A new account has no before. */
    Mono<Set<UUID>> add(List<AccountChange> accounts);
}
