package com.byajbook.loanengine.marketplace.usecase;

import com.byajbook.loanengine.marketplace.domain.Pair;
import java.util.List;
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

    /** Takes each amount off what its lender has lent to its borrower, and in all. */
    public Mono<Void> free(List<Freed> freed) {
        Set<Pair> pairs = freed.stream().map(Freed::pair).collect(Collectors.toSet());
        return pairs.isEmpty()
                ? Mono.empty()
                : lenders.lock(pairs).flatMap(book -> {
                    freed.forEach(each -> book.add(each.pair(), -each.paise()));
                    return lenders.save(book);
                });
    }

    /** Principal that came back from a borrower to a lender. */
    public record Freed(UUID borrowerId, UUID lenderId, long paise) {

        private Pair pair() {
            return new Pair(lenderId, borrowerId);
        }
    }
}
