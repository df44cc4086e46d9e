package com.byajbook.paymentflow.architecture.violators.payments.domain;

import java.time.Instant;

/** Decides differently tomorrow. */
final class DomainThatLooksAtTheClock {

    Instant today() {
        return Instant.now();
    }
}
