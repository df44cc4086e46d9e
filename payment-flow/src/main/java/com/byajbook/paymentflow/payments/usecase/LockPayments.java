package com.byajbook.paymentflow.payments.usecase;

import com.byajbook.paymentflow.payments.domain.NextStep;
import com.byajbook.paymentflow.payments.domain.Payment;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Flux;

/** Reads payments and holds them until the transaction ends. */
public interface LockPayments {

    /** Those of these ids that exist, always locked in the same order. */
    Flux<Payment> lock(Collection<UUID> paymentIds);

    /** At most {@code limit} payments whose step is due and that nobody else holds, the longest due first. */
    Flux<Payment> lockDue(NextStep.Kind step, Instant now, int limit);
}
