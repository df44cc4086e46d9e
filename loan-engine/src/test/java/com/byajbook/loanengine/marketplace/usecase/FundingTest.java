package com.byajbook.loanengine.marketplace.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.loanengine.lifecycle.usecase.LoanNow;
import com.byajbook.loanengine.marketplace.domain.AcceptanceOutcome;
import com.byajbook.loanengine.marketplace.domain.CancellationOutcome;
import com.byajbook.loanengine.marketplace.domain.FundingSaga;
import com.byajbook.platform.id.Ids;
import com.byajbook.platform.message.AcceptOffer;
import com.byajbook.platform.message.CommitFunds;
import com.byajbook.platform.message.DisburseLoan;
import com.byajbook.platform.message.FundsPart;
import com.byajbook.platform.message.HoldFunds;
import com.byajbook.platform.message.LoanChanged;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.MessageType;
import com.byajbook.platform.message.TransferChanged;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.PublisherProbe;

class FundingTest {

    private final Bench bench = new Bench();

    @Test
    void the_use_cases_go_the_way_of_the_table_and_send_what_it_says() {
        CommitFunds first = bench.wish(12_000_00);
        CommitFunds last = bench.wish(8_000_00);

        assertStep(bench.accept(bench.yes()), FundingSaga.LIST);
        assertStep(bench.reserve(first, last), FundingSaga.RESERVE);
        assertStep(bench.answer(Bench.held(first)), FundingSaga.HOLD);
        assertStep(bench.answer(Bench.held(last)), FundingSaga.HOLD, FundingSaga.FUND, FundingSaga.DISBURSE);
        assertStep(bench.tell(bench.news(TransferChanged.Status.SUCCEEDED)), FundingSaga.PAY_OUT);
        assertStep(bench.tell(bench.news(TransferChanged.Status.REVERSED)), FundingSaga.REVERSE_DISBURSAL);
        assertNothingIsLeft();
    }

    @Test
    void a_disbursal_names_every_part_and_an_agreement_is_made() {
        fund();

        DisburseLoan disbursal = only(DisburseLoan.class);
        assertThat(disbursal.disbursalId()).isEqualTo(Ids.v5(bench.loanId, "disbursal:1"));
        assertThat(disbursal.feesPaise()).isEqualTo(450_00);
        assertThat(disbursal.netPaise()).isEqualTo(Bench.AMOUNT - 450_00);
        assertThat(disbursal.parts()).extracting(FundsPart::amountPaise).containsExactly(12_000_00L, 8_000_00L);
        assertThat(bench.tables.agreements).singleElement().satisfies(agreement -> {
            assertThat(agreement.text()).contains(Bench.HASH, "\"madeOn\":\"2026-11-22\"");
            assertThat(agreement.hash()).matches("[0-9a-f]{64}");
        });
    }

    @Test
    void a_loan_is_served_from_the_day_the_money_went_out_in_shares_of_its_lenders() {
        fund();

        StepVerifier.create(bench.tell(bench.news(TransferChanged.Status.SUCCEEDED)))
                .verifyComplete();

        assertThat(bench.served).singleElement().satisfies(loan -> {
            assertThat(loan.disbursedOn()).isEqualTo("2026-11-22");
            assertThat(loan.shares())
                    .extracting(StartServicing.LenderShare::principalPaise)
                    .containsExactly(12_000_00L, 8_000_00L);
        });
        assertThat(bench.tables.owed).containsEntry(Bench.BORROWER, Bench.AMOUNT);
    }

    @Test
    void a_hold_lasts_longer_than_its_listing() {
        CommitFunds wish = bench.wish(5_000_00);

        StepVerifier.create(bench.accept(bench.yes()).then(bench.reserve(wish))).verifyComplete();

        assertThat(only(HoldFunds.class).expiresAt()).isEqualTo(Bench.NOW.plus(Duration.ofHours(30)));
    }

    @Test
    void an_offer_that_expired_is_undone_by_the_table() {
        bench.time = Bench.NOW.plus(Duration.ofDays(9));

        assertStep(bench.expiring().expireOffers().then(), FundingSaga.EXPIRE_OFFER);
        assertNothingIsLeft();
    }

    @Test
    void a_listing_that_expired_is_undone_by_the_table_and_late_answers_too() {
        CommitFunds held = bench.wish(5_000_00);
        CommitFunds late = bench.wish(5_000_00);
        CommitFunds poor = bench.wish(5_000_00);
        StepVerifier.create(bench.accept(bench.yes())
                        .then(bench.reserve(held, late, poor))
                        .then(bench.answer(Bench.held(held))))
                .verifyComplete();

        bench.time = Bench.NOW.plus(Duration.ofHours(24));
        assertStep(bench.expiring().expireListings().then(), FundingSaga.EXPIRE_LISTING);
        assertStep(bench.answer(Bench.held(late)), FundingSaga.RELEASE_LATE_HOLD);
        assertStep(bench.answer(Bench.answerTo(poor, "INSUFFICIENT_FUNDS")), FundingSaga.REFUSE_HOLD);
        assertNothingIsLeft();
    }

    @Test
    void a_borrower_who_leaves_is_undone_by_the_table() {
        CommitFunds held = bench.wish(5_000_00);
        StepVerifier.create(bench.accept(bench.yes()).then(bench.reserve(held)).then(bench.answer(Bench.held(held))))
                .verifyComplete();

        assertStep(bench.cancel(), FundingSaga.WITHDRAW);
        assertNothingIsLeft();
    }

    @Test
    void a_disbursal_that_failed_is_undone_by_the_table_and_a_late_success_changes_nothing() {
        fund();

        assertStep(bench.tell(bench.news(TransferChanged.Status.FAILED)), FundingSaga.FAIL_DISBURSAL);
        assertNothingIsLeft();
        assertStep(bench.tell(bench.news(TransferChanged.Status.SUCCEEDED)));
    }

    @Test
    void news_that_decides_nothing_is_passed_over() {
        fund();
        TransferChanged refund = new TransferChanged(
                UUID.randomUUID(),
                Bench.NOW,
                FundingMessages.disbursalId(bench.loanId),
                TransferChanged.Purpose.REFUND,
                bench.loanId,
                Bench.BORROWER,
                1,
                TransferChanged.Status.FAILED,
                1,
                null,
                null);

        assertStep(bench.tell(
                refund, bench.news(TransferChanged.Status.PENDING), bench.news(TransferChanged.Status.UNKNOWN)));
    }

    @Test
    void a_borrower_who_wants_to_leave_too_late_is_told_so() {
        fund();

        assertStep(bench.cancel());
        assertThat(bench.tables.cancellations).containsExactly(CancellationOutcome.TOO_LATE);
    }

    @Test
    void a_second_yes_is_kept_and_changes_nothing() {
        StepVerifier.create(bench.accept(bench.yes())).verifyComplete();

        assertStep(bench.accept(bench.yes()));
        assertThat(bench.tables.acceptances).containsExactly(AcceptanceOutcome.ACCEPTED, AcceptanceOutcome.NOT_OFFERED);
    }

    @Test
    void nothing_is_sent_when_the_commit_fails() {
        bench.commit = Mono.error(new IllegalStateException("database gone"));

        StepVerifier.create(bench.accept(bench.yes())).verifyErrorMessage("database gone");

        assertThat(bench.sent).isEmpty();
        assertThat(bench.seen).isEmpty();
    }

    @Test
    void who_gives_up_waiting_cancels_the_commit() {
        PublisherProbe<Void> commit = PublisherProbe.of(Mono.never());
        bench.commit = commit.mono();

        Disposable waiting = bench.accept(bench.yes()).subscribe();
        waiting.dispose();

        commit.assertWasCancelled();
        assertThat(bench.sent).isEmpty();
    }

    @Test
    void a_message_that_arrives_again_has_no_second_effect() {
        AcceptOffer yes = bench.yes();
        StepVerifier.create(bench.accept(yes)).verifyComplete();

        assertStep(bench.accept(yes));
        assertThat(bench.tables.acceptances).hasSize(1);
    }

    private void fund() {
        CommitFunds first = bench.wish(12_000_00);
        CommitFunds last = bench.wish(8_000_00);
        StepVerifier.create(bench.accept(bench.yes())
                        .then(bench.reserve(first, last))
                        .then(bench.answer(Bench.held(first), Bench.held(last))))
                .verifyComplete();
    }

    /** Code and table agree: the loan is where the last of these steps leads, and exactly what they name was sent. */
    private void assertStep(Mono<Void> work, FundingSaga... steps) {
        int before = bench.sent.size();
        LoanChanged.Status place = loan().status();

        StepVerifier.create(work).verifyComplete();

        Set<String> named = Arrays.stream(steps)
                .flatMap(step -> step.sent().stream())
                .map(Enum::name)
                .collect(Collectors.toSet());
        Set<String> sent = bench.sent.subList(before, bench.sent.size()).stream()
                .map(message -> MessageType.of(message).name())
                .collect(Collectors.toSet());
        assertThat(sent).isEqualTo(named);
        String end = Arrays.stream(steps)
                .flatMap(step -> step.loanTo().stream())
                .map(Enum::name)
                .reduce(place.name(), (earlier, later) -> later);
        assertThat(loan().status().name()).isEqualTo(end);
    }

    private void assertNothingIsLeft() {
        assertThat(bench.tables.owed).containsEntry(Bench.BORROWER, 0L);
        assertThat(bench.tables.pairs.values()).allMatch(paise -> paise == 0);
        assertThat(bench.tables.listings.values())
                .allMatch(listing -> listing.reservedPaise() == 0 && listing.heldPaise() == 0);
        assertThat(bench.tables.commitments.values()).allMatch(commitment -> commitment.reason() != null);
    }

    private LoanNow loan() {
        return Objects.requireNonNull(bench.tables.loans.get(bench.loanId));
    }

    private <M extends Message> M only(Class<M> kind) {
        List<M> found =
                bench.sent.stream().filter(kind::isInstance).map(kind::cast).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
