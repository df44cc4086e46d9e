package com.byajbook.loanengine.servicing.usecase;

import com.byajbook.loanengine.servicing.domain.Account;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Accounts, held still while they change. Only inside a transaction. */
public interface HoldAccounts {

    /** The accounts of these loans that there are, locked until the transaction ends. */
    Mono<Map<UUID, Account>> lock(Collection<UUID> loanIds);

    /** Writes what changed about locked accounts; at most one change of each. */
    Mono<Void> save(List<AccountChange> changes);
}
