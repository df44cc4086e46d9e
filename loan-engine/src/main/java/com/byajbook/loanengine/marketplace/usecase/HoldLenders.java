package com.byajbook.loanengine.marketplace.usecase;

import com.byajbook.loanengine.marketplace.domain.LenderBook;
import com.byajbook.loanengine.marketplace.domain.Pair;
import java.util.Collection;
import reactor.core.publisher.Mono;

/** What lenders have promised and lent, held still. Only inside a transaction. */
public interface HoldLenders {

    /** The book of these lenders and pairs, locked until the transaction ends. */
    Mono<LenderBook> lock(Collection<Pair> pairs);

    /** Writes what changed in a book that was locked; nobody falls below nothing. */
    Mono<Void> save(LenderBook book);
}
