package com.byajbook.loanengine.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.platform.message.ApplyForLoan;
import com.byajbook.platform.message.LoanDecided;
import com.byajbook.platform.message.LoanDecided.Outcome;
import com.byajbook.platform.remote.RemoteServices;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BureauOutageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private RunningEngine engine;

    @BeforeEach
    void start() {
        engine = RunningEngine.start(Map.of(
                "byajbook.remote.credit-bureau.timeout", "500ms",
                "byajbook.remote.credit-bureau.slow-call", "400ms",
                "byajbook.remote.credit-bureau.open-for", "1s"));
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HANG", "REFUSE"})
    void without_a_bureau_applications_are_referred_the_breaker_opens_and_closes_again(String outage) {
        engine.bureau(Map.of("outage", outage));
        List<ApplyForLoan> applications = applications(60);

        engine.send(applications);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(applications).allSatisfy(this::isReferred));
        assertThat(breaker().getState()).isNotEqualTo(CircuitBreaker.State.CLOSED);

        engine.bureau(Map.of("outage", "NONE"));
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(decide().outcome()).isEqualTo(Outcome.OFFERED));
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            decide();
            return breaker().getState() == CircuitBreaker.State.CLOSED;
        });
    }

    @Test
    void an_error_of_the_bureau_refers_the_application_it_was_about() {
        engine.bureau(Map.of("errorRate", 1.0));

        LoanDecided decided = decide();

        assertThat(decided.outcome()).isEqualTo(Outcome.REFERRED);
        assertThat(engine.count(
                        "select count(*) from loan_decision where report_missing is not null and loan_id = $1",
                        decided.loanId()))
                .isEqualTo(1);
    }

    private void isReferred(ApplyForLoan application) {
        assertThat(engine.heardOf(application.loanId())).singleElement().satisfies(event -> {
            assertThat(event.outcome()).isEqualTo(Outcome.REFERRED);
            assertThat(event.reasons()).containsExactly("BUREAU_UNAVAILABLE");
        });
    }

    private LoanDecided decide() {
        ApplyForLoan application = applications(1).get(0);
        engine.report(application.borrowerId(), Map.of("score", 820L, "monthlyIncomePaise", 50_00_000_00L));
        engine.send(List.of(application));
        return await().atMost(PATIENCE)
                .until(() -> engine.heardOf(application.loanId()), events -> !events.isEmpty())
                .get(0);
    }

    private List<ApplyForLoan> applications(int count) {
        return Stream.generate(() -> engine.application(UUID.randomUUID(), 10_000_00, 12))
                .limit(count)
                .toList();
    }

    private CircuitBreaker breaker() {
        return engine.bean(RemoteServices.class).named("credit-bureau").breaker();
    }
}
