package com.byajbook.paymentflow.settlement.telemetry;

import com.byajbook.paymentflow.settlement.domain.Kind;
import com.byajbook.paymentflow.settlement.usecase.FetchFiles;
import com.byajbook.paymentflow.settlement.usecase.ReadReports;
import com.byajbook.paymentflow.settlement.usecase.ReadReports.Health;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What is open and how old the latest finished day is, as it was when it was last measured. An alarm belongs on both: a day
 * that nobody compared has no differences either.
 */
@Component
public final class SettlementGauges {

    private final ReadReports reports;
    private final Clock clock;
    private volatile Health latest = new Health(Map.of(), Map.of());

    SettlementGauges(ReadReports reports, FetchFiles files, MeterRegistry meters, Clock clock) {
        this.reports = reports;
        this.clock = clock;
        for (Kind kind : Kind.values()) {
            Gauge.builder("byajbook.settlement.differences.open", this, self -> self.open(kind))
                    .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                    .description("Differences from a provider's settlement file that nobody settled yet")
                    .register(meters);
        }
        for (String provider : files.providers()) {
            Gauge.builder("byajbook.settlement.age", this, self -> self.ageSeconds(provider))
                    .tag("provider", provider)
                    .baseUnit("seconds")
                    .description("How long ago the latest day of a provider was compared; NaN before the first")
                    .register(meters);
        }
    }

    /** Looks anew. */
    public Mono<Void> refresh() {
        return reports.health().doOnNext(found -> latest = found).then();
    }

    private double open(Kind kind) {
        return latest.open().getOrDefault(kind, 0L);
    }

    private double ageSeconds(String provider) {
        Instant finished = latest.finished().get(provider);
        return finished == null
                ? Double.NaN
                : Duration.between(finished, clock.instant()).toMillis() / 1_000.0;
    }
}
