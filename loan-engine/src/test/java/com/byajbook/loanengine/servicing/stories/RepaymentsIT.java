package com.byajbook.loanengine.servicing.stories;

import static com.byajbook.loanengine.servicing.stories.ServicingEngine.PATIENCE;
import static com.byajbook.loanengine.servicing.stories.ServicingEngine.paid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.loanengine.servicing.usecase.AllocateRepayments;
import com.byajbook.loanengine.servicing.usecase.AnnounceStanding;
import com.byajbook.loanengine.servicing.usecase.OpenAccounts.Opened;
import com.byajbook.loanengine.servicing.usecase.OpenAccounts.PaidOut;
import com.byajbook.loanengine.servicing.usecase.OpenAccounts.Share;
import com.byajbook.platform.message.DistributeRepayment;
import com.byajbook.platform.message.DistributeRepayment.Part;
import com.byajbook.platform.message.PaymentChanged;
import com.byajbook.platform.message.RepaymentSplit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class RepaymentsIT {

    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
    private static final UUID BORROWER = UUID.randomUUID();
    private static final List<UUID> LENDERS = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    private static final LocalDate JANUARY = LocalDate.of(2024, 1, 1);

    private static ServicingEngine engine;

    @BeforeAll
    static void start() {
        engine = ServicingEngine.start(
                Map.of("byajbook.servicing.batch-size", "5", "byajbook.servicing.concurrency", "4"));
    }

    @AfterAll
    static void stop() {
        Books.assertHold(engine);
        engine.close();
    }

    @Test
    void a_loan_repaid_by_instalments_ends_closed_and_each_lender_has_its_exact_share() {
        PaidOut loan = open(JANUARY, 6, 50_000_00, 30_000_00, 20_000_01);
        List<Long> due = instalments(loan);
        for (int number = 1; number <= 6; number++) {
            PaymentChanged event =
                    paid(loan.loanId(), loan.borrowerId(), due.get(number - 1), noon(JANUARY.plusMonths(number)));
            engine.send(List.of(event));
            awaitDistributed(loan, number);
            engine.send(List.of(event));
        }
        assertThat(state(loan)).isEqualTo("CLOSED");

        awaitSettled(loan);
        assertThat(engine.number("select count(*) from repayment where loan_id = $1", loan.loanId()))
                .as("six, and the one that was only to be heard last")
                .isEqualTo(6 + 1);
        List<DistributeRepayment> heard = engine.distributed(loan.loanId());
        long collected = due.stream().mapToLong(Long::longValue).sum();
        assertThat(heard)
                .hasSize(6)
                .allSatisfy(each -> assertThat(each.split().excessPaise()).isZero());
        assertThat(heard.stream().mapToLong(each -> each.split().lendersPaise()).sum())
                .isEqualTo(collected);
        assertThat(IntStream.range(0, 3).mapToObj(i -> received(heard, i)).toList())
                .isEqualTo(exactShares(collected, loan));
        assertThat(engine.listening().lowered.stream()
                        .filter(each -> each.borrowerId().equals(loan.borrowerId()))
                        .mapToLong(each -> each.principalPaise())
                        .sum())
                .isEqualTo(loan.principalPaise());
        assertThat(lastStatus(loan)).isEqualTo(AnnounceStanding.Status.CLOSED);
    }

    /** As with the published vector: the payoff of 15 February on a loan of ₹100 is ₹83.81. */
    @Test
    void a_part_payment_an_over_payment_and_a_foreclosure_are_told_apart() {
        PaidOut loan = open(JANUARY, 6, 10_000);
        allocate(loan, 701, LocalDate.of(2024, 2, 1));
        assertThat(lastSplit(loan)).isEqualTo(new RepaymentSplit(0, 0, 58, 643, 0));
        allocate(loan, 1_000, LocalDate.of(2024, 2, 1));
        assertThat(lastSplit(loan)).isEqualTo(new RepaymentSplit(0, 0, 0, 1_000, 0));

        PaidOut prepaid = open(JANUARY, 6, 10_000);
        allocate(prepaid, 1_701 + 4_000, LocalDate.of(2024, 2, 1));
        assertThat(lastSplit(prepaid)).isEqualTo(new RepaymentSplit(0, 0, 58, 5_643, 0));
        assertThat(state(prepaid)).isEqualTo("ACTIVE");
        assertThat(instalments(prepaid)).hasSizeLessThan(6);

        allocate(loan, 8_400, LocalDate.of(2024, 2, 15));
        assertThat(lastSplit(loan)).isEqualTo(new RepaymentSplit(0, 0, 24, 8_357, 19));
        assertThat(state(loan)).isEqualTo("CLOSED");

        allocate(loan, 500, LocalDate.of(2024, 2, 16));
        assertThat(lastSplit(loan)).as("it owes nothing any more").isEqualTo(new RepaymentSplit(0, 0, 0, 0, 500));
    }

    @Test
    void a_loan_left_in_the_cooling_off_days_is_exited() {
        PaidOut loan = open(JANUARY, 6, 10_000);

        allocate(loan, 10_006, JANUARY.plusDays(3));

        assertThat(state(loan)).isEqualTo("EXITED");
        assertThat(lastStatus(loan)).isEqualTo(AnnounceStanding.Status.CLOSED);
    }

    @Test
    void what_comes_for_a_closed_loan_goes_back_and_once() {
        PaidOut loan = open(JANUARY, 6, 10_000);
        allocate(loan, 10_006, JANUARY.plusDays(3));
        PaymentChanged event = paid(loan.loanId(), loan.borrowerId(), 700, noon(JANUARY.plusDays(4)));
        PaymentChanged again =
                paid(event.paymentId(), loan.loanId(), loan.borrowerId(), 700, noon(JANUARY.plusDays(4)));

        allocate(List.of(event));
        allocate(List.of(again));
        engine.send(List.of(event));

        RepaymentSplit back = new RepaymentSplit(0, 0, 0, 0, 700);
        await().atMost(PATIENCE)
                .until(() -> engine.distributed(loan.loanId()).stream()
                        .anyMatch(heard ->
                                heard.split().equals(back) && heard.parts().isEmpty()));
        assertThat(engine.number("select count(*) from repayment where payment_id = $1", event.paymentId()))
                .isEqualTo(1);
    }

    @Test
    void what_comes_for_a_loan_that_was_never_paid_out_goes_back_and_once() {
        UUID loan = UUID.randomUUID();
        PaymentChanged event = paid(loan, BORROWER, 700, Instant.EPOCH);

        allocate(List.of(event));
        allocate(List.of(paid(event.paymentId(), loan, BORROWER, 700, Instant.EPOCH)));

        await().atMost(PATIENCE).until(() -> !engine.distributed(loan).isEmpty());
        assertThat(engine.distributed(loan)).singleElement().satisfies(heard -> {
            assertThat(heard.split()).isEqualTo(new RepaymentSplit(0, 0, 0, 0, 700));
            assertThat(heard.borrowerId()).isEqualTo(BORROWER);
            assertThat(heard.parts()).isEmpty();
        });
        assertThat(engine.number("select excess_paise from repayment where payment_id = $1", event.paymentId()))
                .isEqualTo(700);
    }

    /** Another version of the same payment is another message, which the inbox lets through. */
    @Test
    void a_payment_is_allocated_once_whatever_message_tells_of_it() {
        PaidOut loan = open(JANUARY, 6, 10_000);
        PaymentChanged event = paid(loan.loanId(), loan.borrowerId(), 701, noon(LocalDate.of(2024, 2, 1)));
        PaymentChanged again = paid(event.paymentId(), loan.loanId(), loan.borrowerId(), 701, event.occurredAt());

        allocate(List.of(event, again));
        allocate(List.of(again, event));

        assertThat(engine.number("select collected_lender_paise from loan_account where loan_id = $1", loan.loanId()))
                .isEqualTo(701);
    }

    @Test
    void batches_with_the_same_loans_in_any_order_never_deadlock_and_lose_nothing() {
        List<PaidOut> loans = Stream.generate(() -> open(JANUARY, 12, 50_000, 50_001))
                .limit(20)
                .toList();
        List<List<PaymentChanged>> batches = IntStream.range(0, 30)
                .mapToObj(seed -> shuffled(loans, seed).stream()
                        .map(loan -> paid(loan.loanId(), loan.borrowerId(), 100, noon(LocalDate.of(2024, 2, 1))))
                        .toList())
                .toList();

        Flux.fromIterable(batches)
                .flatMap(batch -> engine.bean(AllocateRepayments.class).allocate(batch), 6)
                .then()
                .block(PATIENCE);

        assertThat(loans)
                .allSatisfy(loan -> assertThat(engine.number(
                                "select collected_lender_paise from loan_account where loan_id = $1", loan.loanId()))
                        .isEqualTo(30 * 100));
    }

    @Test
    void an_account_is_opened_once() {
        PaidOut loan = loan(JANUARY, 6, 10_000);

        List<Opened> first = engine.open(List.of(loan));
        List<Opened> second = engine.open(List.of(loan));

        assertThat(first).extracting(Opened::loanId).containsExactly(loan.loanId());
        assertThat(first.get(0).standing().outstandingPrincipalPaise()).isEqualTo(10_000);
        assertThat(first.get(0).standing().nextDueOn()).isEqualTo(LocalDate.of(2024, 2, 1));
        assertThat(first.get(0).standing().nextDuePaise()).isEqualTo(1_701);
        assertThat(second).isEmpty();
    }

    private static List<PaidOut> shuffled(List<PaidOut> loans, int seed) {
        List<PaidOut> order = new ArrayList<>(loans);
        Collections.shuffle(order, new Random(seed));
        return order;
    }

    private static long received(List<DistributeRepayment> heard, int lender) {
        return heard.stream()
                .flatMap(each -> each.parts().stream())
                .filter(part -> part.lenderId().equals(LENDERS.get(lender)))
                .mapToLong(Part::amountPaise)
                .sum();
    }

    /** By the largest remainder, reckoned here anew. */
    private static List<Long> exactShares(long collected, PaidOut loan) {
        List<Long> exact = new ArrayList<>(loan.shares().stream()
                .map(share -> collected * share.principalPaise() / loan.principalPaise())
                .toList());
        List<Integer> byRemainder = IntStream.range(0, exact.size())
                .boxed()
                .sorted((a, b) -> Long.compare(remainder(collected, loan, b), remainder(collected, loan, a)))
                .toList();
        long left = collected - exact.stream().mapToLong(Long::longValue).sum();
        for (int i = 0; i < left; i++) {
            exact.set(byRemainder.get(i), exact.get(byRemainder.get(i)) + 1);
        }
        return exact;
    }

    private static long remainder(long collected, PaidOut loan, int lender) {
        return collected * loan.shares().get(lender).principalPaise() % loan.principalPaise();
    }

    private static PaidOut open(LocalDate disbursedOn, int months, long... shares) {
        PaidOut loan = loan(disbursedOn, months, shares);
        engine.open(List.of(loan));
        return loan;
    }

    private static PaidOut loan(LocalDate disbursedOn, int months, long... shares) {
        return new PaidOut(
                UUID.randomUUID(),
                UUID.randomUUID(),
                IntStream.range(0, shares.length).mapToLong(i -> shares[i]).sum(),
                new BigDecimal("7"),
                months,
                disbursedOn,
                IntStream.range(0, shares.length)
                        .mapToObj(i -> new Share(LENDERS.get(i), shares[i]))
                        .toList());
    }

    private static void allocate(PaidOut loan, long paise, LocalDate day) {
        int before = engine.distributed(loan.loanId()).size();
        allocate(List.of(paid(loan.loanId(), loan.borrowerId(), paise, noon(day))));
        awaitDistributed(loan, before + 1);
    }

    private static void allocate(List<PaymentChanged> events) {
        engine.bean(AllocateRepayments.class).allocate(events).block(PATIENCE);
    }

    private static void awaitDistributed(PaidOut loan, int count) {
        await().atMost(PATIENCE).until(() -> engine.distributed(loan.loanId()).size() >= count);
    }

    /** A message sent after those before went through the same queue is heard after them. */
    private static void awaitSettled(PaidOut loan) {
        PaymentChanged last = paid(loan.loanId(), loan.borrowerId(), 1, noon(JANUARY.plusYears(1)));
        engine.send(List.of(last));
        await().atMost(PATIENCE)
                .until(() -> engine.listening().distributions.stream()
                        .anyMatch(each -> each.paymentId().equals(last.paymentId())));
        assertThat(engine.listening()
                        .distributions
                        .removeIf(each -> each.paymentId().equals(last.paymentId())))
                .isTrue();
    }

    private static RepaymentSplit lastSplit(PaidOut loan) {
        List<DistributeRepayment> heard = engine.distributed(loan.loanId());
        return heard.get(heard.size() - 1).split();
    }

    private static AnnounceStanding.Status lastStatus(PaidOut loan) {
        return engine.listening().standings.stream()
                .filter(each -> each.loanId().equals(loan.loanId()))
                .reduce((first, second) -> second)
                .orElseThrow()
                .status();
    }

    private static String state(PaidOut loan) {
        return engine.texts("select state from loan_account where loan_id = '" + loan.loanId() + "'")
                .get(0);
    }

    private static List<Long> instalments(PaidOut loan) {
        return engine
                .texts("select (principal_paise + interest_paise)::text from instalment where loan_id = '"
                        + loan.loanId() + "' order by number")
                .stream()
                .map(Long::valueOf)
                .toList();
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(INDIA).toInstant();
    }
}
