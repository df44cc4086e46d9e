package com.byajbook.paymentflow.payments.usecase;

import com.byajbook.paymentflow.payments.domain.Discrepancy;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Keeps what somebody must look into; what is known already is not kept twice. */
@FunctionalInterface
public interface RecordDiscrepancies {

    Mono<Void> record(List<Discrepancy> discrepancies, Instant noticedAt);
}
