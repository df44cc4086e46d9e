package com.byajbook.loanengine.servicing.stories;

import static com.byajbook.loanengine.servicing.stories.ServicingEngine.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.byajbook.loanengine.autopay.usecase.AskInstalments;
import com.byajbook.loanengine.autopay.usecase.GiveNotices;
import com.byajbook.loanengine.autopay.usecase.LearnOutcomes;
import com.byajbook.loanengine.servicing.usecase.OpenAccounts.PaidOut;
import com.byajbook.loanengine.servicing.usecase.OpenAccounts.Share;
import com.byajbook.platform.message.AutopayNotice;
import com.byajbook.platform.message.CollectInstalment;
import com.byajbook.platform.message.MandateChanged;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.PaymentChanged;
import com.byajbook.platform.message.RegisterMandate;
import com.byajbook.platform.message.RevokeMandate;
import com.byajbook.platform.message.SetAutopay;
import com.byajbook.platform.messaging.ConsumerBinding;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Autopay on real servers, on days that the story sets; payment-flow is played. */
class AutopayIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final LocalDate DUE = LocalDate.of(2026, 11, 10);
    private static final int CROWD = 60;
    private static ServicingEngine engine;

    @BeforeAll
    static void start() {
        engine = ServicingEngine.start(
                Map.of("byajbook.autopay.sweep.batch", "7"),
                ServicingEngine.Listening.class,
                Days.class,
                PlayedPayments.class);
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void an_instalment_is_noticed_bounces_once_and_is_paid_by_the_second_attempt() {
        at("2026-11-01T06:00:00Z");
        PaidOut loan = open(1).get(0);
        activate(List.of(loan));
        long owed = owed(loan);

        at("2026-11-09T04:00:00Z");
        work();
        AutopayNotice notice = heard().await(AutopayNotice.class, loan, 1).get(0);
        assertThat(notice.amountPaise()).isEqualTo(owed);
        assertThat(notice.dueOn()).isEqualTo(DUE);
        assertThat(heard().of(CollectInstalment.class, loan)).isEmpty();

        at("2026-11-10T04:30:00Z");
        work();
        CollectInstalment first =
                heard().await(CollectInstalment.class, loan, 1).get(0);
        assertThat(first.amountPaise()).isEqualTo(owed);
        PaymentChanged bounced = outcome(first, PaymentChanged.Status.FAILED);
        engine.send(List.of(bounced));
        awaitState(loan, "NOTICED 1");
        engine.send(List.of(bounced));

        at("2026-11-11T04:30:00Z");
        work();
        CollectInstalment second =
                heard().await(CollectInstalment.class, loan, 2).get(1);
        assertThat(second.amountPaise()).as("with the fee, once").isEqualTo(owed + 250_00);
        assertThat(second.attempt()).isEqualTo(2);
        engine.send(List.of(outcome(second, PaymentChanged.Status.SUCCEEDED)));
        awaitState(loan, "PAID 2");
        await().atMost(PATIENCE).until(() -> owed(loan) == 0);

        JsonNode shown = JSON.readTree(Objects.requireNonNull(
                engine.get("/internal/borrowers/{b}/loans/{l}/autopay", loan.borrowerId(), loan.loanId())
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody()));
        assertThat(shown.get("status").asString()).isEqualTo("ACTIVE");
        assertThat(shown.get("instalments").get(0).get("status").asString()).isEqualTo("PAID");
        assertThat(shown.get("instalments").get(0).get("attempts").asInt()).isEqualTo(2);
    }

    /** Small batches, and two replicas at the same rows. */
    @Test
    void many_loans_are_noticed_and_asked_for_once_each_whoever_does_it() {
        at("2026-11-01T06:00:00Z");
        List<PaidOut> loans = open(CROWD);
        activate(loans);

        at("2026-11-09T04:00:00Z");
        Flux.merge(rounds(GiveNotices.class), rounds(GiveNotices.class)).then().block(PATIENCE);
        work();
        at("2026-11-10T04:30:00Z");
        Flux.merge(rounds(AskInstalments.class), rounds(AskInstalments.class))
                .then()
                .block(PATIENCE);
        work();

        for (PaidOut loan : loans) {
            heard().await(AutopayNotice.class, loan, 1);
            heard().await(CollectInstalment.class, loan, 1);
            assertThat(states(loan)).containsExactly("ASKED 1");
        }
    }

    /** The last statement of each transaction fails once, as if the process died there. */
    @Test
    void killed_at_the_end_of_each_transaction_it_has_the_same_effect() {
        at("2026-11-01T06:00:00Z");
        PaidOut loan = open(1).get(0);
        activate(List.of(loan));
        long owed = owed(loan);

        at("2026-11-09T04:00:00Z");
        dying("autopay_instalment", "noticed_paise < 0", AutopayIT::work);
        assertThat(states(loan)).isEmpty();
        work();
        heard().await(AutopayNotice.class, loan, 1);

        at("2026-11-10T04:30:00Z");
        dying("autopay_attempt", "version < 0", AutopayIT::work);
        assertThat(states(loan)).containsExactly("NOTICED 0");
        work();
        CollectInstalment asked =
                heard().await(CollectInstalment.class, loan, 1).get(0);

        LearnOutcomes learning = engine.bean(LearnOutcomes.class);
        List<PaymentChanged> failed = List.of(outcome(asked, PaymentChanged.Status.FAILED));
        dying("autopay_attempt", "version = 0", () -> learning.learn(failed).block(PATIENCE));
        assertThat(states(loan)).containsExactly("ASKED 1");
        assertThat(owed(loan)).as("the fee is charged first").isEqualTo(owed + 250_00);
        learning.learn(failed).block(PATIENCE);
        learning.learn(failed).block(PATIENCE);

        assertThat(states(loan)).containsExactly("NOTICED 1");
        assertThat(owed(loan)).isEqualTo(owed + 250_00);
    }

    private static void dying(String table, String impossible, Runnable work) {
        engine.texts("alter table " + table + " add constraint killed_here check (" + impossible + ") not valid");
        try {
            assertThatThrownBy(work::run).hasMessageContaining("killed_here");
        } finally {
            engine.texts("alter table " + table + " drop constraint killed_here");
        }
    }

    @Test
    void turned_off_it_shows_so_and_nothing_is_asked_for() {
        at("2026-11-01T06:00:00Z");
        PaidOut loan = open(1).get(0);
        activate(List.of(loan));
        at("2026-11-09T04:00:00Z");
        work();
        heard().await(AutopayNotice.class, loan, 1);

        engine.send(List.of(wish(loan, false)));
        heard().await(RevokeMandate.class, loan, 1);
        at("2026-11-10T04:30:00Z");
        work();

        assertThat(states(loan)).containsExactly("SKIPPED 0");
        assertThat(heard().of(CollectInstalment.class, loan)).isEmpty();
        engine.get("/internal/borrowers/{b}/loans/{l}/autopay", UUID.randomUUID(), loan.loanId())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("OFF");
    }

    private static Flux<Integer> rounds(Class<?> rounds) {
        Mono<Integer> round = rounds == GiveNotices.class
                ? engine.bean(GiveNotices.class).giveSome()
                : engine.bean(AskInstalments.class).askSome();
        return round.expand(done -> done == 0 ? Mono.empty() : round);
    }

    private static void work() {
        rounds(GiveNotices.class).then().block(PATIENCE);
        rounds(AskInstalments.class).then().block(PATIENCE);
    }

    private static void activate(List<PaidOut> loans) {
        engine.send(loans.stream().map(loan -> wish(loan, true)).toList());
        List<MandateChanged> approved = new ArrayList<>();
        for (PaidOut loan : loans) {
            RegisterMandate asked =
                    heard().await(RegisterMandate.class, loan, 1).get(0);
            approved.add(new MandateChanged(
                    UUID.randomUUID(),
                    engine.bean(Clock.class).instant(),
                    asked.mandateId(),
                    loan.loanId(),
                    loan.borrowerId(),
                    2,
                    MandateChanged.Status.ACTIVE,
                    null));
        }
        engine.send(approved);
        await().atMost(PATIENCE)
                .until(() -> loans.stream()
                        .allMatch(loan -> engine.texts(
                                        "select state from autopay where loan_id = '" + loan.loanId() + "'")
                                .equals(List.of("ACTIVE"))));
    }

    private static SetAutopay wish(PaidOut loan, boolean enabled) {
        return new SetAutopay(
                UUID.randomUUID(), engine.bean(Clock.class).instant(), loan.loanId(), loan.borrowerId(), enabled);
    }

    private static PaymentChanged outcome(CollectInstalment asked, PaymentChanged.Status status) {
        return new PaymentChanged(
                UUID.randomUUID(),
                engine.bean(Clock.class).instant(),
                asked.paymentId(),
                asked.loanId(),
                asked.payerId(),
                3,
                status,
                asked.amountPaise(),
                status == PaymentChanged.Status.SUCCEEDED ? "UTR" + asked.paymentId() : null,
                null,
                null);
    }

    private static void awaitState(PaidOut loan, String state) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(states(loan)).containsExactly(state));
    }

    private static List<String> states(PaidOut loan) {
        return engine.texts("select concat_ws(' ', state, attempts) from autopay_instalment where loan_id = '"
                + loan.loanId() + "' order by number");
    }

    /** Of the first instalment. */
    private static long owed(PaidOut loan) {
        return engine.number("""
                select penalty_paise + fee_paise + interest_paise + principal_paise - penalty_paid_paise
                    - fee_paid_paise - interest_paid_paise - principal_paid_paise
                from instalment where number = 1 and loan_id = $1
                """, loan.loanId());
    }

    private static List<PaidOut> open(int count) {
        List<PaidOut> loans = IntStream.range(0, count)
                .mapToObj(i -> new PaidOut(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        12_000_00,
                        new BigDecimal("15"),
                        12,
                        DUE.minusMonths(1),
                        List.of(new Share(UUID.randomUUID(), 12_000_00))))
                .toList();
        engine.open(loans);
        return loans;
    }

    private static void at(String instant) {
        engine.bean(Days.class).now = Instant.parse(instant);
    }

    private static PlayedPayments heard() {
        return engine.bean(PlayedPayments.class);
    }

    /** The day that the story is at. */
    static class Days {

        volatile Instant now = Instant.EPOCH;

        @Bean
        @Primary
        Clock storyClock() {
            return new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return Clock.fixed(now, zone);
                }

                @Override
                public Instant instant() {
                    return now;
                }
            };
        }
    }

    /** Hears what payment-flow and notifications would. */
    static class PlayedPayments {

        private final Set<Message> messages = ConcurrentHashMap.newKeySet();

        @Bean
        ConsumerBinding<Message> playedPayments() {
            return ConsumerBinding.ofMany(
                            "test.autopay",
                            List.of(
                                    RegisterMandate.class,
                                    RevokeMandate.class,
                                    CollectInstalment.class,
                                    AutopayNotice.class))
                    .handledBy(batch -> Mono.fromRunnable(() -> messages.addAll(batch)));
        }

        <M extends Message> List<M> of(Class<M> contract, PaidOut loan) {
            return messages.stream()
                    .filter(contract::isInstance)
                    .filter(message -> message.toString().contains(loan.loanId().toString()))
                    .map(contract::cast)
                    .sorted(Comparator.comparing(Message::occurredAt))
                    .toList();
        }

        <M extends Message> List<M> await(Class<M> contract, PaidOut loan, int count) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(of(contract, loan)).hasSize(count));
            return of(contract, loan);
        }
    }
}
