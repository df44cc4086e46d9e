package com.byajbook.paymentflow.collections.usecase;

import com.byajbook.paymentflow.collections.domain.Payment;
import java.util.List;
import reactor.core.publisher.Flux;

/** Stores new payments with their first attempt; emits those that were not there. */
@FunctionalInterface
public interface RecordPayments {

    Flux<Payment> recordNew(List<Payment> payments);
}
