package com.byajbook.paymentflow.ledger.usecase;

import static com.byajbook.paymentflow.ledger.domain.AccountKind.BORROWERS_ESCROW;
import static com.byajbook.paymentflow.ledger.domain.AccountKind.BORROWERS_ESCROW_SUSPENSE;
import static com.byajbook.paymentflow.ledger.domain.AccountKind.FEE_INCOME;
import static com.byajbook.paymentflow.ledger.domain.AccountKind.LENDERS_ESCROW;
import static com.byajbook.paymentflow.ledger.domain.AccountKind.LENDERS_ESCROW_SUSPENSE;
import static com.byajbook.paymentflow.ledger.domain.AccountKind.LENDER_PROCEEDS;
import static com.byajbook.paymentflow.ledger.domain.AccountKind.LENDER_WALLET;
import static com.byajbook.paymentflow.ledger.domain.AccountKind.LOAN_FUNDS;
import static com.byajbook.paymentflow.ledger.domain.AccountKind.PLATFORM_BANK;
import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.paymentflow.ledger.domain.AccountKind;
import com.byajbook.paymentflow.ledger.domain.AccountName;
import com.byajbook.paymentflow.ledger.domain.Funds;
import com.byajbook.paymentflow.ledger.domain.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What the journal's entries do to the books, over a ledger in memory. */
class BookEntriesTest {

    private static final UUID LENDER = new UUID(1, 1);
    private static final UUID LOAN = new UUID(2, 1);
    private static final UUID DEPOSIT = new UUID(3, 1);
    private static final UUID HOLD = new UUID(3, 2);
    private static final UUID DISBURSAL = new UUID(3, 3);
    private static final UUID REPAYMENT = new UUID(3, 4);
    private static final UUID PAYOUT = new UUID(3, 5);

    private final Ledger ledger = new Ledger();
    private final BookEntries entries = new BookEntries(new KeepLedger(
            reach -> Mono.fromSupplier(ledger::snapshot),
            (changes, at) -> Mono.fromRunnable(() -> ledger.write(changes)),
            Clock.fixed(Ledger.NOON, ZoneOffset.UTC)));

    @Test
    void a_loans_whole_money_goes_through_both_escrows_and_leaves_nothing_behind() {
        funded();
        done(Journal.left(DISBURSAL, LOAN, Flow.DISBURSAL, 970));
        done(Journal.received(REPAYMENT, LOAN, Flow.REPAYMENT, 1_100));
        done(Journal.distributed(REPAYMENT, LOAN, Map.of(LENDER, 1_050L), 40));
        UUID refund = new UUID(3, 6);
        done(Journal.refunding(refund, LOAN, 10));
        done(Journal.payingOut(PAYOUT, LENDER, 1_050));
        done(Journal.left(PAYOUT, PAYOUT, Flow.PAYOUT, 1_050));
        done(Journal.left(refund, LOAN, Flow.REFUND, 10));
        done(Journal.feesSwept(new UUID(4, 1), Escrow.LENDERS, 30));
        done(Journal.feesSwept(new UUID(4, 2), Escrow.BORROWERS, 40));

        assertThat(shared(LENDERS_ESCROW)).isZero();
        assertThat(shared(BORROWERS_ESCROW)).isZero();
        assertThat(shared(PLATFORM_BANK)).isEqualTo(70);
        assertThat(shared(FEE_INCOME)).isEqualTo(-70);
        assertThat(ledger.funds.values().stream().mapToLong(Funds::balancePaise).sum())
                .isZero();
    }

    @Test
    void each_entry_happens_once_however_often_it_is_asked_for() {
        done(Journal.received(DEPOSIT, LENDER, Flow.DEPOSIT, 1_000));
        done(Journal.received(DEPOSIT, LENDER, Flow.DEPOSIT, 1_000));

        assertThat(wallet()).isEqualTo(new Funds(-1_000, 0));
    }

    @Test
    void a_payout_that_came_back_is_as_if_it_had_never_left() {
        funded();
        long before = shared(LENDERS_ESCROW);
        done(Journal.left(DISBURSAL, LOAN, Flow.DISBURSAL, 970));
        done(Journal.cameBack(DISBURSAL, true));
        assertThat(of(LOAN_FUNDS, LOAN)).isEqualTo(new Funds(-1_000, 0));

        done(Journal.returned(DISBURSAL, List.of()));

        assertThat(wallet()).isEqualTo(new Funds(-1_000, 0));
        assertThat(shared(LENDERS_ESCROW)).isEqualTo(before);
    }

    @Test
    void a_deposit_that_the_bank_takes_back_leaves_the_wallet_that_still_has_it() {
        done(Journal.received(DEPOSIT, LENDER, Flow.DEPOSIT, 1_000));

        done(Journal.takenBack(DEPOSIT, DEPOSIT, Flow.DEPOSIT, 1_000));

        assertThat(wallet()).isEqualTo(Funds.NONE);
        assertThat(shared(LENDERS_ESCROW_SUSPENSE)).isZero();
    }

    @Test
    void what_the_bank_takes_back_after_it_was_spent_waits_in_suspense() {
        funded();

        done(Journal.takenBack(DEPOSIT, DEPOSIT, Flow.DEPOSIT, 1_000));

        assertThat(wallet()).isEqualTo(Funds.NONE);
        assertThat(shared(LENDERS_ESCROW_SUSPENSE)).isEqualTo(1_000);
        assertThat(shared(LENDERS_ESCROW)).isZero();
    }

    @Test
    void a_repayment_taken_back_after_it_was_shared_out_is_retrieved_from_who_was_not_paid_it_yet() {
        UUID paid = new UUID(1, 9);
        done(Journal.received(REPAYMENT, LOAN, Flow.REPAYMENT, 1_100));
        done(Journal.distributed(REPAYMENT, LOAN, Map.of(LENDER, 650L, paid, 400L), 50));
        done(Journal.payingOut(PAYOUT, paid, 400));

        done(Journal.takenBackSharedOut(REPAYMENT, LOAN, 1_100));
        done(Journal.retrieved(REPAYMENT, LOAN, LENDER, 650));
        done(Journal.retrieved(REPAYMENT, LOAN, LENDER, 650));
        done(Journal.feesRetrieved(REPAYMENT, LOAN, 50));
        StepVerifier.create(entries.book(List.of(Journal.retrieved(REPAYMENT, LOAN, paid, 400))))
                .expectNext(List.of(new Booking(false, "INSUFFICIENT_FUNDS")))
                .verifyComplete();

        assertThat(of(LENDER_PROCEEDS, LENDER)).isEqualTo(Funds.NONE);
        assertThat(shared(BORROWERS_ESCROW_SUSPENSE)).as("owed by who was paid").isEqualTo(400);
    }

    @Test
    void what_must_not_be_refused_and_is_keeps_nothing() {
        StepVerifier.create(entries.bookAll(List.of(Journal.payingOut(PAYOUT, LENDER, 1))))
                .verifyErrorMessage("the books refuse what happened: INSUFFICIENT_FUNDS");

        assertThat(ledger.funds).isEmpty();
    }

    /** 1,000 paise of one lender, of which 970 are on their way to the borrower and 30 are fees. */
    private void funded() {
        done(Journal.received(DEPOSIT, LENDER, Flow.DEPOSIT, 1_000));
        done(Journal.held(HOLD, LENDER, LOAN, 1_000, Ledger.NOON.plus(Duration.ofHours(1))));
        done(Journal.disbursing(DISBURSAL, LOAN, List.of(new Journal.Part(HOLD, LENDER, 1_000)), 30));
    }

    private void done(Entry entry) {
        StepVerifier.create(entries.book(List.of(entry)))
                .expectNext(List.of(Booking.DONE))
                .verifyComplete();
    }

    private Funds wallet() {
        return of(LENDER_WALLET, LENDER);
    }

    private Funds of(AccountKind kind, UUID owner) {
        return ledger.fundsOf(AccountName.of(kind, owner));
    }

    private long shared(AccountKind kind) {
        return ledger.fundsOf(AccountName.shared(kind)).balancePaise();
    }
}
