package com.byajbook.loanengine.servicing.telemetry;

import com.byajbook.loanengine.servicing.usecase.FindDoneDays;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** How long the oldest day that is not ended could have been: arrears and penalties are as old as that. */
public final class OverdueDayEnd {

    private final FindDoneDays days;
    private final Clock clock;
    private final ZoneId zone;
    private final Duration afterMidnight;
    private volatile @Nullable LocalDate lastDone;

    /** @param afterMidnight when the day before may be ended */
    public OverdueDayEnd(FindDoneDays days, MeterRegistry meters, Clock clock, ZoneId zone, Duration afterMidnight) {
        this.days = days;
        this.clock = clock;
        this.zone = zone;
        this.afterMidnight = afterMidnight;
        Gauge.builder("byajbook.servicing.day.end.overdue", this, OverdueDayEnd::seconds)
                .baseUnit("seconds")
                .description("How long the oldest day that is not ended could have been; 0 when all are")
                .register(meters);
    }

    /** Looks anew how far the days are. */
    public Mono<Void> refresh() {
        return days.findLast().doOnNext(day -> lastDone = day).then();
    }

    private double seconds() {
        LocalDate done = lastDone;
        if (done == null) {
            return 0;
        }
        Instant possible = done.plusDays(2).atStartOfDay(zone).toInstant().plus(afterMidnight);
        return Math.max(0, Duration.between(possible, clock.instant()).toSeconds());
    }
}
