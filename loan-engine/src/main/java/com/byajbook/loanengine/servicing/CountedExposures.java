package com.byajbook.loanengine.servicing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import com.byajbook.loanengine.marketplace.usecase.FreeLenderRoom;
import com.byajbook.loanengine.servicing.usecase.LowerExposures;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Principal that came back counts no more: neither under the lenders' caps nor under the borrowers'. */
final class CountedExposures implements LowerExposures {

    private final FreeLenderRoom lenders;
    private final com.byajbook.loanengine.underwriting.usecase.LowerExposures borrowers;

    CountedExposures(FreeLenderRoom lenders, com.byajbook.loanengine.underwriting.usecase.LowerExposures borrowers) {
        this.lenders = lenders;
        this.borrowers = borrowers;
    }

    @Override
    public Mono<Void> lower(List<PrincipalRepaid> repaid) {
        List<FreeLenderRoom.Freed> freed = repaid.stream()
                .map(each -> new FreeLenderRoom.Freed(each.borrowerId(), each.lenderId(), each.principalPaise()))
                .toList();
        Map<UUID, Long> byBorrower = repaid.stream()
                .collect(groupingBy(PrincipalRepaid::borrowerId, summingLong(PrincipalRepaid::principalPaise)));
        return lenders.free(freed).then(Mono.defer(() -> borrowers.lower(byBorrower)));
    }
}
