package com.byajbook.paymentflow.escrow.telemetry;

import com.byajbook.paymentflow.ledger.usecase.Escrow;
import com.byajbook.paymentflow.ledger.usecase.FindIdleMoney;
import com.byajbook.paymentflow.ledger.usecase.FindIdleMoney.Oldest;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How long the oldest rupee has been in each escrow. The alarm belongs at T+1: see the list of metrics. */
@Component
public final class OldestRupee {

    private final FindIdleMoney money;
    private final Clock clock;
    private volatile Map<Escrow, Instant> since = Map.of();

    OldestRupee(FindIdleMoney money, MeterRegistry meters, Clock clock) {
        this.money = money;
        this.clock = clock;
        for (Escrow escrow : Escrow.values()) {
            Gauge.builder("byajbook.escrow.oldest.rupee", this, self -> self.ageSeconds(escrow))
                    .tag("escrow", escrow.name().toLowerCase(Locale.ROOT))
                    .baseUnit("seconds")
                    .description("How long the oldest rupee has been in an escrow; 0 when it is empty")
                    .register(meters);
        }
    }

    /** Looks anew. */
    public Mono<Void> refresh() {
        return money.oldest()
                .collect(Collectors.toUnmodifiableMap(Oldest::escrow, Oldest::since))
                .doOnNext(found -> since = found)
                .then();
    }

    private double ageSeconds(Escrow escrow) {
        Instant came = since.get(escrow);
        return came == null ? 0 : Duration.between(came, clock.instant()).toMillis() / 1_000.0;
    }
}
