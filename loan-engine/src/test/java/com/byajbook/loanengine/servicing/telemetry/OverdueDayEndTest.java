package com.byajbook.loanengine.servicing.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Midnight in India is 18:30 UTC of the day before; days end half an hour later. */
final class OverdueDayEndTest {
    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
    private static final LocalDate DONE = LocalDate.of(2026, 11, 20);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Mono<LocalDate> last = Mono.just(DONE);

    @Test
    void is_zero_before_anything_is_known_and_while_no_day_could_be_ended() {
        OverdueDayEnd overdue = at("2026-11-21T18:59:59Z");
        assertThat(seconds()).isZero();

        refresh(overdue);
        assertThat(seconds()).isZero();
    }

    @Test
    void counts_from_when_the_day_after_the_last_could_have_been_ended() {
        refresh(at("2026-11-21T19:10:00Z"));

        assertThat(seconds()).isEqualTo(600);
    }

    @Test
    void grows_on_while_nobody_can_look() {
        OverdueDayEnd overdue = at("2026-11-22T19:00:00Z");
        refresh(overdue);
        last = Mono.error(new IllegalStateException("the database is away"));
        StepVerifier.create(overdue.refresh()).verifyError(IllegalStateException.class);

        assertThat(seconds()).isEqualTo(86_400);
    }

    private OverdueDayEnd at(String now) {
        Clock clock = Clock.fixed(Instant.parse(now), INDIA);
        return new OverdueDayEnd(() -> last, meters, clock, INDIA, Duration.ofMinutes(30));
    }

    private static void refresh(OverdueDayEnd overdue) {
        StepVerifier.create(overdue.refresh()).verifyComplete();
    }

    private double seconds() {
        return meters.get("byajbook.servicing.day.end.overdue").gauge().value();
    }
}
