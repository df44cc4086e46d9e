package com.byajbook.loanengine.marketplace.usecase;

import com.byajbook.loanengine.marketplace.domain.Pair;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Gives lenders room under their caps again, as principal comes back. Only inside a transaction. */
public final class FreeLenderRoom {

    private final HoldLenders lenders;

    public FreeLenderRoom(HoldLenders lenders) {
        this.lenders = lenders;
    }

    /** Takes each amount off what its lender has lent to this borrower, and in all. */
    public Mono<Void> free(UUID borrowerId, Map<UUID, Long> paiseByLender) {
        Set<Pair> pairs = paiseByLender.keySet().stream()
                .map(lender -> new Pair(lender, borrowerId))
                .collect(Collectors.toSet());
        return lenders.lock(pairs).flatMap(book -> {
            paiseByLender.forEach((lender, paise) -> book.add(new Pair(lender, borrowerId), -paise));
            return lenders.save(book);
        });
    }
}
