package com.byajbook.api.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.platform.problem.Failure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class SettlementsDeskTest {

    private final ScriptedService payments = new ScriptedService("payment-flow", Mono.just(List.of()));

    @Test
    void asks_the_service_that_keeps_the_payments_in_its_own_words() {
        SettlementsDesk desk = new SettlementsDesk(new ControlledServices(List.of(payments)));

        assertNotFound(desk.latest(7), "/settlements?limit={limit} [7]");
        assertNotFound(desk.report("upi", "2026-10-20"), "/settlements/{provider}/{day} [upi, 2026-10-20]");
    }

    @Test
    void says_who_decided_as_we_know_it_and_not_as_the_operator_says() {
        SettlementsDesk desk = new SettlementsDesk(new ControlledServices(List.of(payments)));
        SettlementOrder order = new SettlementOrder("RECHECK", "somebody else", "why not").by("asha");

        assertThat(order.by()).isEqualTo("asha");
        assertNotFound(
                desk.resolve("1", order),
                "/settlements/differences/{id}/resolution [1] SettlementOrder[action=RECHECK, by=asha, reason=why not]");
    }

    @Test
    void has_nobody_to_ask_where_no_service_keeps_payments() {
        SettlementsDesk desk = new SettlementsDesk(new ControlledServices(List.of()));

        StepVerifier.create(desk.latest(7)).expectError(Failure.NotFound.class).verify(Duration.ofSeconds(5));
    }

    /** The scripted service knows nothing, and says what it was asked. */
    private static void assertNotFound(Mono<?> answer, String asked) {
        StepVerifier.create(answer)
                .expectErrorSatisfies(error ->
                        assertThat(error).isInstanceOf(Failure.NotFound.class).hasMessage(asked))
                .verify(Duration.ofSeconds(5));
    }
}
