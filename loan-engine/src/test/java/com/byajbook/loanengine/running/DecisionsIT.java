package com.byajbook.loanengine.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.loanengine.underwriting.usecase.DecideApplications;
import com.byajbook.platform.message.ApplyForLoan;
import com.byajbook.platform.message.LoanDecided;
import com.byajbook.platform.message.LoanDecided.Outcome;
import com.byajbook.platform.message.LoanDecided.Terms;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class DecisionsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(50);
    private static final long LAKH = 1_00_000_00;
    private static final long CAP = 10 * LAKH;
    private static final Map<String, Long> RICH = Map.of(
            "score", 820L, "monthlyIncomePaise", 50 * LAKH, "monthlyObligationsPaise", 0L, "p2pOutstandingPaise", 0L);

    private static final String OFFERED =
            "select coalesce(sum(amount_paise), 0)::bigint from loan where status = 'OFFERED' and borrower_id = $1";
    private static final String HELD = "select open_paise from borrower_exposure where borrower_id = $1";
    private static final String DECIDED = "select count(*) from loan where borrower_id = $1";

    private static RunningEngine engine;

    /** Small batches, several at once, so that the broker's path is concurrent as well. */
    @BeforeAll
    static void start() {
        engine = RunningEngine.start(
                Map.of("byajbook.underwriting.batch-size", "5", "byajbook.underwriting.concurrency", "4"));
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void an_application_goes_in_and_an_offer_comes_out() {
        ApplyForLoan application = engine.application(richBorrower(), 50_000_00, 12);

        LoanDecided decided = decide(application);

        assertThat(decided.outcome()).isEqualTo(Outcome.OFFERED);
        assertThat(decided.reasons()).isEmpty();
        assertThat(decided.receivedAt()).isEqualTo(application.occurredAt());
        assertThat(decided.loanVersion()).isEqualTo(1);
        Terms terms = Objects.requireNonNull(decided.terms());
        assertThat(terms.annualRatePct()).isEqualTo("12.00");
        assertThat(terms.totalPayablePaise()).isGreaterThan(50_000_00);
        assertThat(engine.count("select count(*) from key_fact_statement where loan_id = $1", application.loanId()))
                .isEqualTo(1);
        assertThat(engine.count(
                        "select count(*) from loan_decision where score = 820 and loan_id = $1", application.loanId()))
                .isEqualTo(1);
    }

    @Test
    void a_declined_borrower_hears_every_reason() {
        UUID borrower = UUID.randomUUID();
        engine.report(
                borrower, Map.of("score", 600L, "monthlyIncomePaise", 10_000_00L, "p2pOutstandingPaise", 9 * LAKH));

        LoanDecided decided = decide(engine.application(borrower, 2 * LAKH, 12));

        assertThat(decided.outcome()).isEqualTo(Outcome.DECLINED);
        assertThat(decided.reasons())
                .containsExactly("SCORE_BELOW_CUT_OFF", "BORROWER_LIMIT_EXCEEDED", "NOT_AFFORDABLE");
        assertThat(decided.terms()).isNull();
    }

    /** Whatever was accepted gets a decision: figures beyond all reason are declined, not parked. */
    @Test
    void an_absurd_application_is_declined_like_any_other() {
        LoanDecided decided = decide(engine.application(richBorrower(), Long.MAX_VALUE, Integer.MAX_VALUE));

        assertThat(decided.outcome()).isEqualTo(Outcome.DECLINED);
        assertThat(decided.reasons())
                .containsExactly(
                        "AMOUNT_ABOVE_MAXIMUM", "TENURE_TOO_LONG", "BORROWER_LIMIT_EXCEEDED", "NOT_AFFORDABLE");
    }

    @Test
    void a_command_that_arrives_again_has_no_second_effect() {
        ApplyForLoan application = engine.application(richBorrower(), 50_000_00, 12);
        decide(application);

        decideAlone(application).block(PATIENCE);
        engine.send(List.of(application));
        decide(engine.application(application.borrowerId(), 10_000_00, 12));

        assertThat(engine.heardOf(application.loanId())).hasSize(1);
        assertThat(engine.count(DECIDED, application.borrowerId())).isEqualTo(2);
        assertThat(engine.count(HELD, application.borrowerId())).isEqualTo(60_000_00);
    }

    @Test
    void fifty_applications_of_one_borrower_at_once_never_exceed_the_cap() {
        UUID borrower = richBorrower();
        List<ApplyForLoan> applications = applications(borrower, 50);

        Flux.fromIterable(applications)
                .flatMap(DecisionsIT::decideAlone, 50)
                .then()
                .block(PATIENCE);

        assertThat(engine.count(DECIDED, borrower)).isEqualTo(50);
        assertThat(engine.count(OFFERED, borrower)).isEqualTo(CAP);
        assertThat(engine.count(HELD, borrower)).isEqualTo(CAP);
    }

    @Test
    void fifty_applications_of_one_borrower_through_the_queue_never_exceed_the_cap() {
        UUID borrower = richBorrower();
        List<ApplyForLoan> applications = applications(borrower, 50);

        engine.send(applications);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(applications)
                        .allSatisfy(application ->
                                assertThat(engine.heardOf(application.loanId())).hasSize(1)));
        assertThat(engine.count(OFFERED, borrower)).isEqualTo(CAP);
        assertThat(engine.count(HELD, borrower)).isEqualTo(CAP);
        assertThat(applications.stream().flatMap(application -> engine.heardOf(application.loanId()).stream()))
                .filteredOn(event -> event.outcome() == Outcome.OFFERED)
                .hasSize(10);
    }

    @Test
    void what_is_owed_on_other_platforms_counts_under_concurrency_too() {
        UUID borrower = UUID.randomUUID();
        engine.report(
                borrower, Map.of("score", 820L, "monthlyIncomePaise", 50 * LAKH, "p2pOutstandingPaise", 7 * LAKH + 1));

        Flux.fromIterable(applications(borrower, 20))
                .flatMap(DecisionsIT::decideAlone, 20)
                .then()
                .block(PATIENCE);

        assertThat(engine.count(OFFERED, borrower)).isEqualTo(2 * LAKH);
    }

    private static List<ApplyForLoan> applications(UUID borrower, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> engine.application(borrower, LAKH, 36))
                .toList();
    }

    private static UUID richBorrower() {
        UUID borrower = UUID.randomUUID();
        engine.report(borrower, RICH);
        return borrower;
    }

    private static LoanDecided decide(ApplyForLoan application) {
        engine.send(List.of(application));
        return await().atMost(PATIENCE)
                .until(() -> engine.heardOf(application.loanId()), events -> !events.isEmpty())
                .get(0);
    }

    private static Mono<Void> decideAlone(ApplyForLoan application) {
        return engine.bean(DecideApplications.class)
                .decide(List.of(application))
                .retryWhen(RunningEngine.WITHOUT_CONNECTION);
    }
}
