package com.byajbook.api.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.api.ops.InvariantsDesk.AllInvariants;
import com.byajbook.api.ops.InvariantsDesk.State;
import com.byajbook.platform.control.InvariantView;
import com.byajbook.platform.control.ServiceInvariants;
import com.byajbook.platform.problem.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class InvariantsDeskTest {

    private static final Instant NOW = Instant.parse("2026-11-08T12:00:00Z");

    private final ScriptedService payments = new ScriptedService("payment-flow", Mono.never());
    private final ScriptedService notifications = new ScriptedService("notifications", Mono.never());
    private final InvariantsDesk desk = new InvariantsDesk(
            new ControlledServices(List.of(payments, notifications)), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void all_is_well_when_everybody_who_looks_has_looked_and_found_nothing() {
        payments.find(Mono.just(looked(NOW.minusSeconds(60), 0)));

        assertThat(asked().state()).isEqualTo(State.HOLDS);
        assertThat(asked().services()).singleElement().satisfies(found -> {
            assertThat(found.service()).isEqualTo("payment-flow");
            assertThat(found.invariants()).hasSize(1);
        });
    }

    @Test
    void one_violation_is_the_worst_there_is() {
        payments.find(Mono.just(looked(NOW, 1)));
        notifications.find(Mono.error(Failure.unavailable("notifications", null)));

        assertThat(asked().state()).isEqualTo(State.BROKEN);
    }

    @Test
    void who_cannot_be_asked_is_no_good_news() {
        payments.find(Mono.error(Failure.unavailable("payment-flow", null)));

        assertThat(asked().state()).isEqualTo(State.UNKNOWN);
        assertThat(asked().services())
                .singleElement()
                .satisfies(found -> assertThat(found.problem()).contains("payment-flow"));
    }

    @Test
    void who_has_not_looked_yet_or_lately_is_no_good_news() {
        payments.find(Mono.just(new ServiceInvariants(true, null, List.of())));
        assertThat(asked().state()).isEqualTo(State.UNKNOWN);

        payments.find(Mono.just(looked(NOW.minus(Duration.ofMinutes(6)), 0)));
        assertThat(asked().state()).isEqualTo(State.UNKNOWN);
    }

    private AllInvariants asked() {
        return Objects.requireNonNull(desk.all().block());
    }

    private static ServiceInvariants looked(Instant at, long violations) {
        return new ServiceInvariants(
                true, at, List.of(new InvariantView("books-balance", "…", violations == 0, 3, violations, null)));
    }
}
