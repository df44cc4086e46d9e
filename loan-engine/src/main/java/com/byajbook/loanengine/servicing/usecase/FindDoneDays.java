package com.byajbook.loanengine.servicing.usecase;

import java.time.LocalDate;
import reactor.core.publisher.Mono;

/** How far the ends of days have come. */
@FunctionalInterface
public interface FindDoneDays {

    /** The last day whose end is reckoned; empty when none ever was. */
    Mono<LocalDate> findLast();
}
