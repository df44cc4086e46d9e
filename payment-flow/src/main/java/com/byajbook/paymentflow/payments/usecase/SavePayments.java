package com.byajbook.paymentflow.payments.usecase;

import com.byajbook.paymentflow.payments.domain.Payment;
import java.util.List;
import reactor.core.publisher.Mono;

/** Writes changed payments; an error when one of them is not what it was before. */
@FunctionalInterface
public interface SavePayments {

    Mono<Void> save(List<Change> changes);

    /** A payment before and after. */
    record Change(Payment before, Payment after) {}
}
