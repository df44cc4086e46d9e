package com.byajbook.paymentflow.reconciliation.usecase;

import com.byajbook.paymentflow.reconciliation.domain.Inspected;
import com.byajbook.paymentflow.reconciliation.domain.Rounds;
import java.util.List;
import reactor.core.publisher.Mono;

/** Looks at the books, a bounded part of what grows without bound. */
@FunctionalInterface
public interface CheckBooks {

    /** Looks at all that is bounded, and at the next part of the rest. */
    Mono<Checked> check(Rounds from);

    /** What was found, and where to go on. */
    record Checked(List<Inspected> invariants, Rounds next) {}
}
