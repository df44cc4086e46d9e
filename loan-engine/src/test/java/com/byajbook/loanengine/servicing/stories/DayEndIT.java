package com.byajbook.loanengine.servicing.stories;

import static com.byajbook.loanengine.servicing.stories.ServicingEngine.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.byajbook.loanengine.servicing.usecase.AllocateRepayments;
import com.byajbook.loanengine.servicing.usecase.AnnounceStanding;
import com.byajbook.loanengine.servicing.usecase.DayEndRuns.Progress;
import com.byajbook.loanengine.servicing.usecase.OpenAccounts.PaidOut;
import com.byajbook.loanengine.servicing.usecase.OpenAccounts.Share;
import com.byajbook.loanengine.servicing.usecase.RunDayEnd;
import com.byajbook.platform.message.PaymentChanged;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;

/** Each story starts engines of its own, which takes its time. */
@Timeout(240)
class DayEndIT {

    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
    private static final int LOANS = 300;
    private static final LocalDate BEFORE = LocalDate.of(2026, 5, 29);
    private static final LocalDate LAST = BEFORE.plusDays(3);
    private static final Map<String, String> SMALL_BATCHES = Map.of("byajbook.servicing.day-end.batch-size", "25");

    private static final String ACCOUNTS = """
            select concat_ws(' ', loan_id, state, arrears, oldest_unpaid_due, outstanding_paise, day_end_done, version)
            from loan_account order by loan_id
            """;

    private static final String INSTALMENTS = """
            select concat_ws(' ', loan_id, number, due_on, penalty_paise, fee_paise, interest_paise, principal_paise)
            from instalment order by loan_id, number
            """;

    private static final String ENTRIES = """
            select concat_ws(' ', loan_id, entry_no, kind, penalty_paise) from loan_entry order by loan_id, entry_no
            """;

    private static final String RUNS = """
            select concat_ws(' ', day, state, looked, charged, reclassed) from day_end_run order by day
            """;

    /** Three days are missed; the runs are cut off between batches, and within one, and by a second replica. */
    @Test
    void day_ends_that_were_cut_off_anywhere_equal_those_that_were_not() {
        Tables whole = endDays(DayEndIT::endedAll);

        Tables cutBetweenBatches = endDays(engine -> {
            long cuts = 0;
            while (unfinished(engine)) {
                engine.bean(RunDayEnd.class).catchUp(LAST).take(4).then().block(PATIENCE);
                cuts++;
            }
            assertThat(cuts).isGreaterThan(5);
        });
        Tables killedWithinABatch = endDays(DayEndIT::killedWithinABatch);
        Tables byTwoReplicas = endDays(engine -> {
            Flux.merge(
                            engine.bean(RunDayEnd.class).catchUp(LAST),
                            engine.bean(RunDayEnd.class).catchUp(LAST))
                    .then()
                    .block(PATIENCE);
            endedAll(engine);
        });

        assertThat(whole.runs()).hasSize(4).allMatch(run -> run.contains("DONE"));
        assertThat(whole.entries()).anyMatch(entry -> entry.contains("PENALTY"));
        assertThat(whole.accounts())
                .anyMatch(account -> account.contains("NPA"))
                .anyMatch(account -> account.contains("SMA_1"))
                .anyMatch(account -> account.contains("REGULAR"));
        assertThat(cutBetweenBatches).isEqualTo(whole);
        assertThat(killedWithinABatch).isEqualTo(whole);
        assertThat(byTwoReplicas).isEqualTo(whole);
    }

    /** RBI, 12 November 2021: due on 31 March 2021; SMA-1 on 30 April, SMA-2 on 30 May, NPA on 29 June. */
    @Test
    void a_loan_is_announced_on_the_published_days_and_on_no_other() {
        try (ServicingEngine engine = ServicingEngine.start(SMALL_BATCHES)) {
            PaidOut loan = loan(new UUID(1, 1), LocalDate.of(2020, 12, 31), 3);
            assertThat(ended(engine, LocalDate.of(2021, 3, 29))).hasSize(1);
            engine.open(List.of(loan));
            engine.bean(AllocateRepayments.class)
                    .allocate(List.of(
                            instalment(engine, loan, 1, LocalDate.of(2021, 1, 31)),
                            instalment(engine, loan, 2, LocalDate.of(2021, 2, 28))))
                    .block(PATIENCE);
            engine.listening().standings.clear();

            assertThat(ended(engine, LocalDate.of(2021, 7, 3))).hasSize(96);

            assertThat(engine.listening().standings)
                    .extracting(each -> each.standing().arrears())
                    .containsExactly("SMA_0", "SMA_1", "SMA_2", "NPA");
            assertThat(engine.listening().standings)
                    .allSatisfy(each -> assertThat(each.status()).isEqualTo(AnnounceStanding.Status.ACTIVE));
            assertThat(engine.texts("select version::text from loan_account where day_end_done = date '2021-07-03'"))
                    .hasSize(1);
            Books.assertHold(engine);
        }
    }

    @Test
    void the_worker_ends_the_last_day_by_itself() {
        Map<String, String> atOnce =
                Map.of("byajbook.servicing.day-end.enabled", "true", "byajbook.servicing.day-end.after-midnight", "0s");
        LocalDate startedOn = LocalDate.now(INDIA);
        try (ServicingEngine engine = ServicingEngine.start(atOnce)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(engine.texts("select state from day_end_run"))
                            .isNotEmpty()
                            .containsOnly("DONE"));
            assertThat(engine.texts("select min(day)::text from day_end_run"))
                    .containsAnyOf(
                            startedOn.minusDays(1).toString(),
                            LocalDate.now(INDIA).minusDays(1).toString());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(engine.bean(MeterRegistry.class)
                                    .get("byajbook.servicing.day.end.overdue")
                                    .gauge()
                                    .value())
                            .isZero());
        }
    }

    private static PaymentChanged instalment(ServicingEngine engine, PaidOut loan, int number, LocalDate day) {
        String paise = engine.texts("select (principal_paise + interest_paise)::text from instalment where number = "
                        + number + " and loan_id = '" + loan.loanId() + "'")
                .get(0);
        return ServicingEngine.paid(
                loan.loanId(),
                loan.borrowerId(),
                Long.parseLong(paise),
                day.atTime(9, 0).toInstant(ZoneOffset.UTC));
    }

    private static void killedWithinABatch(ServicingEngine engine) {
        engine.listening().untilFailure.set(7);
        assertThatThrownBy(() -> endedAll(engine)).hasMessageContaining("killed here");
        assertThat(unfinished(engine)).isTrue();
        endedAll(engine);
    }

    private static Tables endDays(Consumer<ServicingEngine> ending) {
        try (ServicingEngine engine = ServicingEngine.start(SMALL_BATCHES)) {
            assertThat(ended(engine, BEFORE))
                    .as("the first day that is ever ended")
                    .hasSize(1);
            engine.open(loans());
            ending.accept(engine);
            Books.assertHold(engine);
            assertThat(ended(engine, LAST)).as("nothing is left to do").isEmpty();
            return new Tables(
                    engine.texts(ACCOUNTS), engine.texts(INSTALMENTS), engine.texts(ENTRIES), engine.texts(RUNS));
        }
    }

    private static void endedAll(ServicingEngine engine) {
        ended(engine, LAST);
    }

    private static List<Progress> ended(ServicingEngine engine, LocalDate last) {
        return Objects.requireNonNull(
                engine.bean(RunDayEnd.class).catchUp(last).collectList().block(PATIENCE));
    }

    private static boolean unfinished(ServicingEngine engine) {
        return engine.texts("select day::text from day_end_run where state = 'DONE'")
                        .size()
                < 4;
    }

    private static List<PaidOut> loans() {
        Random random = new Random(11);
        return IntStream.range(0, LOANS)
                .mapToObj(i -> loan(
                        new UUID(random.nextLong(), random.nextLong()),
                        LAST.minusMonths(random.nextInt(5)).minusDays(random.nextInt(30)),
                        6 + random.nextInt(6)))
                .toList();
    }

    private static PaidOut loan(UUID id, LocalDate disbursedOn, int months) {
        return new PaidOut(
                id,
                new UUID(3, 3),
                1_000_00,
                new BigDecimal("18"),
                months,
                disbursedOn,
                List.of(new Share(new UUID(4, 1), 600_00), new Share(new UUID(4, 2), 400_00)));
    }

    /** What the tables say at the end. */
    private record Tables(List<String> accounts, List<String> instalments, List<String> entries, List<String> runs) {}
}
