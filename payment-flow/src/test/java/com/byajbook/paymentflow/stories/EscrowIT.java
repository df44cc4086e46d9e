package com.byajbook.paymentflow.stories;

import static com.byajbook.paymentflow.ledger.domain.AccountKind.BORROWERS_ESCROW_FEES;
import static com.byajbook.paymentflow.ledger.domain.AccountKind.BORROWERS_ESCROW_SUSPENSE;
import static com.byajbook.paymentflow.ledger.domain.AccountKind.LENDERS_ESCROW_FEES;
import static com.byajbook.paymentflow.ledger.domain.AccountKind.LENDER_PROCEEDS;
import static com.byajbook.paymentflow.ledger.domain.AccountKind.LENDER_WALLET;
import static com.byajbook.paymentflow.ledger.domain.AccountKind.LOAN_FUNDS;
import static com.byajbook.paymentflow.ledger.domain.AccountKind.LOAN_RECEIPTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.paymentflow.escrow.domain.BankCalendar;
import com.byajbook.paymentflow.escrow.usecase.CommitTogether;
import com.byajbook.paymentflow.escrow.usecase.SweepEscrow;
import com.byajbook.paymentflow.ledger.domain.AccountKind;
import com.byajbook.paymentflow.ledger.domain.AccountName;
import com.byajbook.paymentflow.ledger.domain.Funds;
import com.byajbook.paymentflow.ledger.usecase.BookEntries;
import com.byajbook.paymentflow.ledger.usecase.FindIdleMoney;
import com.byajbook.paymentflow.payments.usecase.SendMoney;
import com.byajbook.platform.invariant.Inspect;
import com.byajbook.platform.invariant.Inspected;
import com.byajbook.platform.invariant.ListChecks;
import com.byajbook.platform.message.DepositToWallet;
import com.byajbook.platform.message.DisburseLoan;
import com.byajbook.platform.message.DistributeRepayment;
import com.byajbook.platform.message.FundsHeld;
import com.byajbook.platform.message.FundsPart;
import com.byajbook.platform.message.HoldFunds;
import com.byajbook.platform.message.InitiatePayment;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.PaymentChanged;
import com.byajbook.platform.message.ReleaseFunds;
import com.byajbook.platform.message.RepaymentSplit;
import com.byajbook.platform.message.ReturnFunds;
import com.byajbook.platform.message.TakeBackRepayment;
import com.byajbook.platform.message.TransferChanged;
import com.byajbook.platform.message.UpiCallback;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lenders' money to a borrower and back, as the loan engine asks for it; every message is sent twice. */
class EscrowIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long DEPOSIT = 500_000;
    private static final long PART = 400_000;
    private static final long FEES = 12_000;
    private static final long NET = 3 * PART - FEES;

    private static RunningService service;
    private static StoredLedger ledger;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final UUID loan = UUID.randomUUID();
    private final UUID borrower = UUID.randomUUID();
    private final List<UUID> lenders =
            IntStream.range(0, 3).mapToObj(i -> UUID.randomUUID()).toList();

    @BeforeAll
    static void start() {
        service = RunningService.start();
        ledger = new StoredLedger(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @AfterEach
    void the_books_are_in_order() {
        Inspect anew = new Inspect(service.bean(ListChecks.class).list(), Clock.systemUTC());
        assertThat(Objects.requireNonNull(anew.inspect().block(PATIENCE)).invariants())
                .allMatch(Inspected::holds);
    }

    @Test
    void a_deposit_is_in_the_wallet_once_when_it_succeeded() {
        UUID lender = lenders.get(0);
        UUID deposit = UUID.randomUUID();
        service.provider().behave(deposit, Map.of("outcome", "SUCCESS", "duplicates", 2));

        deposit(lender, deposit);

        assertThat(wallet(lender)).isEqualTo(new Funds(-DEPOSIT, 0));
        assertThat(service.announced().awaitTransfer(deposit, TransferChanged.Status.SUCCEEDED))
                .satisfies(event -> {
                    assertThat(event.purpose()).isEqualTo(TransferChanged.Purpose.DEPOSIT);
                    assertThat(event.userId()).isEqualTo(lender);
                    assertThat(event.utr()).isNotBlank();
                });
    }

    @Test
    void a_deposit_that_the_bank_took_back_leaves_the_wallet_again() {
        UUID deposit = UUID.randomUUID();
        service.provider().behave(deposit, Map.of("outcome", "REVERSED_LATER", "lateByMs", 100));

        twice(new DepositToWallet(deposit, now, deposit, lenders.get(0), DEPOSIT));

        service.announced().awaitTransfer(deposit, TransferChanged.Status.REVERSED);
        assertThat(wallet(lenders.get(0))).isEqualTo(Funds.NONE);
    }

    @Test
    void money_is_held_once_and_released_and_what_is_not_there_is_refused() {
        UUID lender = lenders.get(0);
        deposit(lender, UUID.randomUUID());
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();

        assertThat(hold(first, lender).outcome()).isEqualTo(FundsHeld.Outcome.HELD);
        assertThat(hold(second, lender)).satisfies(refused -> {
            assertThat(refused.outcome()).isEqualTo(FundsHeld.Outcome.REFUSED);
            assertThat(refused.reason()).isEqualTo("INSUFFICIENT_FUNDS");
        });
        assertThat(wallet(lender)).isEqualTo(new Funds(-DEPOSIT, PART));

        twice(new ReleaseFunds(UUID.randomUUID(), now, loan, List.of(first, second)));

        await().atMost(PATIENCE).until(() -> wallet(lender).heldPaise() == 0);
        assertThat(wallet(lender)).isEqualTo(new Funds(-DEPOSIT, 0));
    }

    @Test
    void three_lenders_fund_a_loan_and_get_their_exact_parts_of_what_is_paid_back() {
        DisburseLoan disbursal = disburse();
        service.announced().awaitTransfer(disbursal.disbursalId(), TransferChanged.Status.SUCCEEDED);
        lenders.forEach(lender -> assertThat(wallet(lender)).isEqualTo(new Funds(-(DEPOSIT - PART), 0)));
        assertThat(of(LOAN_FUNDS, loan)).isEqualTo(Funds.NONE);
        assertThat(service.provider().pays("upi", disbursal.disbursalId())).isOne();

        InitiatePayment repayment = repay(100_003);
        service.announced().awaitLast(repayment.paymentId(), PaymentChanged.Status.SUCCEEDED);
        assertThat(of(LOAN_RECEIPTS, loan)).isEqualTo(new Funds(-100_003, 0));

        RepaymentSplit split = new RepaymentSplit(1_000, 500, 20_000, 70_000, 8_503);
        twice(new DistributeRepayment(
                UUID.randomUUID(),
                now,
                repayment.paymentId(),
                loan,
                borrower,
                split,
                List.of(part(0, 30_001), part(1, 30_000), part(2, 29_999))));

        UUID refund = refundOf(repayment);
        assertThat(service.announced()
                        .awaitTransfer(refund, TransferChanged.Status.SUCCEEDED)
                        .amountPaise())
                .isEqualTo(8_503);
        assertThat(of(LOAN_RECEIPTS, loan)).isEqualTo(Funds.NONE);
        assertThat(lenders.stream().map(lender -> -of(LENDER_PROCEEDS, lender).balancePaise()))
                .containsExactly(30_001L, 30_000L, 29_999L);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.announced().of(repayment.paymentId()))
                        .last()
                        .extracting(PaymentChanged::split)
                        .isEqualTo(split));
    }

    @Test
    void a_repayment_that_the_bank_takes_back_is_retrieved_from_who_was_not_paid_it_yet() {
        InitiatePayment repayment = repay(91_500);
        service.announced().awaitLast(repayment.paymentId(), PaymentChanged.Status.SUCCEEDED);
        RepaymentSplit split = new RepaymentSplit(1_000, 500, 20_000, 70_000, 0);
        List<DistributeRepayment.Part> parts = List.of(part(0, 30_001), part(1, 30_000), part(2, 29_999));
        long fees = ledger.funds(AccountName.shared(BORROWERS_ESCROW_FEES)).balancePaise();
        twice(new DistributeRepayment(UUID.randomUUID(), now, repayment.paymentId(), loan, borrower, split, parts));
        await().atMost(PATIENCE).until(() -> of(LENDER_PROCEEDS, lenders.get(2)).balancePaise() == -29_999);

        takeBack(repayment);
        assertThat(shortBy()).isEqualTo(91_500);
        twice(new TakeBackRepayment(UUID.randomUUID(), now, repayment.paymentId(), loan, split, parts));

        await().atMost(PATIENCE).until(() -> shortBy() == 0);
        lenders.forEach(lender -> assertThat(of(LENDER_PROCEEDS, lender)).isEqualTo(Funds.NONE));
        assertThat(ledger.funds(AccountName.shared(BORROWERS_ESCROW_FEES)).balancePaise())
                .isEqualTo(fees);
        assertThat(of(LOAN_RECEIPTS, loan)).isEqualTo(Funds.NONE);
    }

    @Test
    void a_repayment_that_was_taken_back_is_shared_out_to_nobody_and_nothing_is_retrieved() {
        InitiatePayment repayment = repay(90_000);
        service.announced().awaitLast(repayment.paymentId(), PaymentChanged.Status.SUCCEEDED);
        takeBack(repayment);
        RepaymentSplit split = new RepaymentSplit(0, 0, 20_000, 70_000, 0);
        List<DistributeRepayment.Part> parts = List.of(part(0, 90_000));

        UUID[] asked = {UUID.randomUUID(), UUID.randomUUID()};
        twice(new DistributeRepayment(asked[0], now, repayment.paymentId(), loan, borrower, split, parts));
        twice(new TakeBackRepayment(asked[1], now, repayment.paymentId(), loan, split, parts));
        await().atMost(PATIENCE).until(() -> service.count("inbox where message_id = any($1)", asked) == 2);

        assertThat(of(LENDER_PROCEEDS, lenders.get(0))).isEqualTo(Funds.NONE);
        assertThat(of(LOAN_RECEIPTS, loan)).isEqualTo(Funds.NONE);
        assertThat(shortBy()).isZero();
    }

    /** The bank says so in a callback, as it does days later. */
    private void takeBack(InitiatePayment repayment) {
        twice(new UpiCallback(
                UUID.randomUUID(),
                now,
                repayment.paymentId() + ":reversed",
                repayment.paymentId(),
                UpiCallback.Status.REVERSED,
                repayment.amountPaise(),
                null,
                "DISPUTED",
                "upi"));
        service.announced().awaitLast(repayment.paymentId(), PaymentChanged.Status.REVERSED);
    }

    private static long shortBy() {
        return ledger.funds(AccountName.shared(BORROWERS_ESCROW_SUSPENSE)).balancePaise();
    }

    @Test
    void a_second_provider_pays_out_what_the_first_definitely_could_not() {
        UUID id = UUID.randomUUID();
        service.provider().behave("upi", id, Map.of("outcome", "FAILURE"));

        disburse(id);

        service.announced().awaitTransfer(id, TransferChanged.Status.SUCCEEDED);
        assertThat(service.provider().pays("upi", id)).isOne();
        assertThat(service.provider().pays("upi-b", id)).isOne();
        assertThat(service.count("payment_attempt where payment_id = $1", id)).isEqualTo(2);
    }

    @Test
    void no_second_provider_is_asked_while_the_outcome_at_the_first_is_open() {
        UUID id = UUID.randomUUID();
        service.provider().behave("upi", id, Map.of("outcome", "SUBMIT_TIMEOUT", "dropWebhook", true));

        disburse(id);

        service.announced().awaitTransfer(id, TransferChanged.Status.SUCCEEDED);
        assertThat(service.provider().pays("upi", id)).isOne();
        assertThat(service.provider().pays("upi-b", id)).isZero();
    }

    @Test
    void what_nobody_could_pay_out_goes_back_to_the_lenders() {
        UUID id = UUID.randomUUID();
        service.provider().behave("upi", id, Map.of("outcome", "FAILURE"));
        service.provider().behave("upi-b", id, Map.of("outcome", "FAILURE"));
        DisburseLoan disbursal = disburse(id);
        service.announced().awaitTransfer(id, TransferChanged.Status.FAILED);
        assertThat(of(LOAN_FUNDS, loan)).isEqualTo(new Funds(-3 * PART, 0));

        giveBack(disbursal);

        lenders.forEach(lender -> assertThat(wallet(lender)).isEqualTo(new Funds(-DEPOSIT, 0)));
    }

    @Test
    void a_payout_that_the_bank_sends_back_is_undone_by_entries_of_its_own() {
        UUID id = UUID.randomUUID();
        service.provider().behave("upi", id, Map.of("outcome", "REVERSED_LATER", "lateByMs", 100));
        DisburseLoan disbursal = disburse(id);
        service.announced().awaitTransfer(id, TransferChanged.Status.REVERSED);
        assertThat(of(LOAN_FUNDS, loan)).isEqualTo(new Funds(-3 * PART, 0));
        assertThat(service.count("ledger_transaction where purpose = 'REVERSAL' and subject_id = $1", loan))
                .isEqualTo(2);

        giveBack(disbursal);

        lenders.forEach(lender -> assertThat(wallet(lender)).isEqualTo(new Funds(-DEPOSIT, 0)));
    }

    @Test
    void a_loan_whose_lender_is_not_held_any_more_is_not_paid_out_at_all() {
        DisburseLoan disbursal = funded(UUID.randomUUID());
        FundsPart gone = disbursal.parts().get(1);
        twice(new ReleaseFunds(UUID.randomUUID(), now, loan, List.of(gone.holdId())));
        await().atMost(PATIENCE).until(() -> wallet(gone.lenderId()).heldPaise() == 0);

        twice(disbursal);

        assertThat(service.announced()
                        .awaitTransfer(disbursal.disbursalId(), TransferChanged.Status.FAILED)
                        .reason())
                .isEqualTo("HOLD_RESOLVED");
        assertThat(service.provider().pays("upi", disbursal.disbursalId())).isZero();
        giveBack(disbursal);
        lenders.forEach(lender -> assertThat(wallet(lender)).isEqualTo(new Funds(-DEPOSIT, 0)));
    }

    @Test
    void what_came_on_an_earlier_day_leaves_the_escrow_once() {
        DisburseLoan disbursal = disburse();
        service.announced().awaitTransfer(disbursal.disbursalId(), TransferChanged.Status.SUCCEEDED);
        SweepEscrow nextWeek = sweeping(now.plus(Duration.ofDays(8)));

        assertThat(nextWeek.sweep().block(PATIENCE)).isGreaterThanOrEqualTo(3);
        assertThat(nextWeek.sweep().block(PATIENCE)).isZero();

        await().atMost(PATIENCE)
                .until(() -> service.count(
                                "payment where user_id = any($1) and state = 'SUCCEEDED'"
                                        + " and purpose = 'WITHDRAWAL'",
                                lenders.toArray(UUID[]::new))
                        == 3);
        lenders.forEach(lender -> assertThat(wallet(lender)).isEqualTo(Funds.NONE));
        assertThat(ledger.funds(AccountName.shared(LENDERS_ESCROW_FEES)).balancePaise())
                .isZero();
    }

    @Test
    void what_came_today_stays() {
        deposit(lenders.get(0), UUID.randomUUID());

        assertThat(sweeping(now).sweep().block(PATIENCE)).isNotNull();

        assertThat(wallet(lenders.get(0))).isEqualTo(new Funds(-DEPOSIT, 0));
    }

    private SweepEscrow sweeping(Instant at) {
        return new SweepEscrow(
                service.bean(FindIdleMoney.class),
                service.bean(BookEntries.class),
                service.bean(SendMoney.class),
                service.bean(CommitTogether.class),
                service.bean(BankCalendar.class),
                Clock.fixed(at, ZoneOffset.UTC),
                2);
    }

    private DisburseLoan disburse() {
        return disburse(UUID.randomUUID());
    }

    private DisburseLoan disburse(UUID id) {
        DisburseLoan disbursal = funded(id);
        twice(disbursal);
        return disbursal;
    }

    /** Three lenders paid in, and their parts are held. */
    private DisburseLoan funded(UUID id) {
        List<FundsPart> parts = lenders.stream()
                .map(lender -> new FundsPart(UUID.randomUUID(), lender, PART))
                .toList();
        parts.forEach(part -> {
            deposit(part.lenderId(), UUID.randomUUID());
            assertThat(hold(part.holdId(), part.lenderId()).outcome()).isEqualTo(FundsHeld.Outcome.HELD);
        });
        return new DisburseLoan(UUID.randomUUID(), now, id, loan, borrower, NET, FEES, parts);
    }

    private void giveBack(DisburseLoan disbursal) {
        twice(new ReturnFunds(
                UUID.randomUUID(),
                now,
                disbursal.disbursalId(),
                loan,
                disbursal.parts().stream().map(FundsPart::holdId).toList()));
        await().atMost(PATIENCE)
                .until(() -> lenders.stream().allMatch(lender -> wallet(lender).availablePaise() == DEPOSIT));
    }

    private void deposit(UUID lender, UUID id) {
        twice(new DepositToWallet(id, now, id, lender, DEPOSIT));
        service.announced().awaitTransfer(id, TransferChanged.Status.SUCCEEDED);
    }

    private FundsHeld hold(UUID id, UUID lender) {
        twice(new HoldFunds(UUID.randomUUID(), now, id, loan, lender, PART, now.plusSeconds(3_600)));
        return service.announced().awaitHeld(id);
    }

    private InitiatePayment repay(long paise) {
        UUID id = UUID.randomUUID();
        InitiatePayment repayment = new InitiatePayment(id, now, id, loan, borrower, paise, "UPI");
        twice(repayment);
        return repayment;
    }

    private UUID refundOf(InitiatePayment repayment) {
        String refunds = "payment where purpose = 'REFUND' and loan_id = $1";
        await().atMost(PATIENCE).until(() -> service.count(refunds, loan) == 1);
        return Objects.requireNonNull(service.database()
                .sql("select payment_id from " + refunds)
                .bind(0, Objects.requireNonNull(repayment.loanId()))
                .map(row -> row.get("payment_id", UUID.class))
                .one()
                .block(PATIENCE));
    }

    private DistributeRepayment.Part part(int lender, long paise) {
        return new DistributeRepayment.Part(lenders.get(lender), paise);
    }

    /** The same message twice, as a broker may deliver it; the second time from another sender's transaction. */
    private static void twice(Message message) {
        service.send(List.of(message));
        service.send(List.of(message));
    }

    private static Funds wallet(UUID lender) {
        return of(LENDER_WALLET, lender);
    }

    private static Funds of(AccountKind kind, UUID owner) {
        return ledger.funds(AccountName.of(kind, owner));
    }
}
