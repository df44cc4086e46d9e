package com.byajbook.paymentflow.payments.usecase;

import com.byajbook.paymentflow.payments.domain.Payment;
import java.util.List;
import reactor.core.publisher.Flux;

/** Stores new payments with their first attempt; emits those that were not there. */
@FunctionalInterface
public interface RecordPayments {

    Flux<Payment> recordNew(List<Payment> payments);
}
