package com.byajbook.loanengine.running;

import static com.byajbook.loanengine.running.Conversation.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.platform.message.CommitFunds;
import com.byajbook.platform.message.CommitmentChanged;
import com.byajbook.platform.message.HoldFunds;
import com.byajbook.platform.message.LoanChanged;
import com.byajbook.platform.message.LoanDecided;
import com.byajbook.platform.message.PaymentChanged;
import com.byajbook.platform.message.ReleaseFunds;
import com.byajbook.platform.message.ReturnFunds;
import com.byajbook.platform.message.TransferChanged;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class UndoneFundingIT {

    private static final long THOUSAND = 1_000_00;
    private static final String LISTING_IS_OVER = "update listing set expires_at = listed_at where loan_id = $1";
    private static final String OFFER_IS_OLD =
            "update loan set decided_at = decided_at - interval '9 days' where id = $1";

    private static Market market;

    @BeforeAll
    static void start() {
        market = Market.open(Map.of("byajbook.marketplace.sweep.every", "200ms"));
    }

    @AfterAll
    static void stop() {
        market.close();
    }

    @AfterEach
    void books_agree() {
        market.assertBooksAgree();
    }

    @Test
    void an_offer_that_nobody_took_expires_and_frees_its_borrower() {
        LoanDecided offer = market.talk.decide(20 * THOUSAND);

        market.age(OFFER_IS_OLD, offer.loanId());
        LoanChanged expired = market.awaitStatus(offer.loanId(), LoanChanged.Status.EXPIRED);

        assertThat(expired.reason()).isEqualTo("OFFER_EXPIRED");
        assertThat(market.engine.count(Market.OWED, offer.borrowerId())).isZero();
    }

    @Test
    void a_listing_whose_time_is_over_gives_back_what_was_held() {
        LoanDecided offer = market.list(20 * THOUSAND);
        UUID loan = offer.loanId();
        CommitFunds wish = market.commit(UUID.randomUUID(), loan, 5 * THOUSAND);
        market.engine.send(List.of(wish));
        market.awaitCommitments(loan, CommitmentChanged.Status.HELD, 1);

        market.age(LISTING_IS_OVER, loan);
        LoanChanged expired = market.awaitStatus(loan, LoanChanged.Status.EXPIRED);
        CommitmentChanged released = market.awaitCommitments(loan, CommitmentChanged.Status.RELEASED, 1)
                .get(0);

        assertThat(expired.reason()).isEqualTo("LISTING_EXPIRED");
        assertThat(released.reason()).isEqualTo("LISTING_EXPIRED");
        assertThat(released.commitmentVersion()).isEqualTo(3);
        assertThat(awaitReleases(loan, 1)).containsExactly(wish.commitmentId());
        assertThat(market.engine.count(Market.LENT, wish.lenderId())).isZero();
        assertThat(market.engine.count(Market.OWED, offer.borrowerId())).isZero();
        JsonNode shown = body(market.talk.get("/internal/borrowers/{b}/loans/{l}", offer.borrowerId(), loan));
        assertThat(shown.get("reasons").get(0).asString()).isEqualTo("LISTING_EXPIRED");
    }

    @Test
    void money_that_is_held_too_late_is_released() {
        LoanDecided offer = market.list(20 * THOUSAND);
        UUID loan = offer.loanId();
        UUID slow = UUID.randomUUID();
        market.payments.answer(hold -> hold.lenderId().equals(slow) ? Optional.empty() : PlayedPayments.held(hold));
        market.engine.send(List.of(market.commit(slow, loan, 20 * THOUSAND)));
        market.awaitCommitments(loan, CommitmentChanged.Status.PENDING, 1);
        HoldFunds hold = await().atMost(Market.PATIENCE)
                .until(() -> market.payments.heardOf(HoldFunds.class, loan), heard -> !heard.isEmpty())
                .get(0);

        market.age(LISTING_IS_OVER, loan);
        market.awaitStatus(loan, LoanChanged.Status.EXPIRED);
        assertThat(market.engine.count(Market.LENT, slow)).isEqualTo(20 * THOUSAND);
        market.engine.send(List.of(PlayedPayments.answerOf(hold, null)));
        market.awaitCommitments(loan, CommitmentChanged.Status.RELEASED, 1);

        assertThat(awaitReleases(loan, 1)).containsExactly(hold.holdId());
        assertThat(market.engine.count(Market.LENT, slow)).isZero();
    }

    @Test
    void a_borrower_may_leave_while_the_loan_is_listed() {
        LoanDecided offer = market.list(20 * THOUSAND);
        UUID loan = offer.loanId();
        market.engine.send(List.of(market.commit(UUID.randomUUID(), loan, 5 * THOUSAND)));
        market.awaitCommitments(loan, CommitmentChanged.Status.HELD, 1);

        market.engine.send(List.of(market.cancel(offer)));
        LoanChanged cancelled = market.awaitStatus(loan, LoanChanged.Status.CANCELLED);
        market.awaitCommitments(loan, CommitmentChanged.Status.RELEASED, 1);

        assertThat(cancelled.reason()).isEqualTo("CANCELLED_BY_BORROWER");
        assertThat(awaitReleases(loan, 1)).hasSize(1);
        assertThat(market.engine.count(Market.OWED, offer.borrowerId())).isZero();
    }

    @Test
    void a_borrower_may_not_leave_while_the_money_is_on_its_way() {
        LoanDecided offer = market.fund(20 * THOUSAND);

        market.engine.send(List.of(market.cancel(offer)));
        await().atMost(Market.PATIENCE)
                .untilAsserted(() -> assertThat(market.engine.count(
                                "select count(*) from loan_cancellation where outcome = 'TOO_LATE' and loan_id = $1",
                                offer.loanId()))
                        .isEqualTo(1));

        market.assertSameState(offer.loanId(), "DISBURSING");
    }

    @ParameterizedTest
    @CsvSource({"FAILED, DISBURSAL_FAILED", "REVERSED, DISBURSAL_REVERSED"})
    void money_that_did_not_reach_the_borrower_goes_back(TransferChanged.Status news, String reason) {
        LoanDecided offer = market.fund(15 * THOUSAND, 5 * THOUSAND);

        market.tell(offer.loanId(), news);

        assertUndone(offer, reason);
    }

    @Test
    void money_that_the_bank_sends_back_later_goes_back_too() {
        LoanDecided offer = market.fund(15 * THOUSAND, 5 * THOUSAND);
        market.tell(offer.loanId(), TransferChanged.Status.SUCCEEDED);
        market.awaitStatus(offer.loanId(), LoanChanged.Status.ACTIVE);

        market.tell(offer.loanId(), TransferChanged.Status.REVERSED);

        assertUndone(offer, "DISBURSAL_REVERSED");
        assertThat(market.engine.count(
                        "select count(*) from loan_account where loan_id = $1 and state = 'REVERSED'"
                                + " and outstanding_paise = 0",
                        offer.loanId()))
                .isOne();
        assertThat(market.engine.count(
                        "select count(*) from loan_entry where loan_id = $1 and kind = 'REVERSAL'", offer.loanId()))
                .isOne();
    }

    @Test
    void money_that_the_bank_sends_back_after_some_of_it_was_repaid_goes_back_whole() {
        LoanDecided offer = market.fund(15 * THOUSAND, 5 * THOUSAND);
        market.tell(offer.loanId(), TransferChanged.Status.SUCCEEDED);
        market.awaitStatus(offer.loanId(), LoanChanged.Status.ACTIVE);
        UUID payment = UUID.randomUUID();
        market.engine.send(List.of(new PaymentChanged(
                UUID.randomUUID(),
                market.now(),
                payment,
                offer.loanId(),
                offer.borrowerId(),
                2,
                PaymentChanged.Status.SUCCEEDED,
                3 * THOUSAND,
                null,
                null,
                null)));
        await().atMost(Market.PATIENCE)
                .until(() -> market.engine.count("select count(*) from repayment where payment_id = $1", payment) == 1);
        assertThat(market.engine.count(Market.OWED, offer.borrowerId())).isEqualTo(17 * THOUSAND);

        market.tell(offer.loanId(), TransferChanged.Status.REVERSED);

        assertUndone(offer, "DISBURSAL_REVERSED");
    }

    private static void assertUndone(LoanDecided offer, String reason) {
        UUID loan = offer.loanId();
        LoanChanged cancelled = market.awaitStatus(loan, LoanChanged.Status.CANCELLED);
        List<CommitmentChanged> released = market.awaitCommitments(loan, CommitmentChanged.Status.RELEASED, 2);
        ReturnFunds returned = await().atMost(Market.PATIENCE)
                .until(() -> market.payments.heardOf(ReturnFunds.class, loan), heard -> !heard.isEmpty())
                .get(0);
        assertThat(cancelled.reason()).isEqualTo(reason);
        assertThat(returned.disbursalId()).isEqualTo(market.awaitDisbursal(loan).disbursalId());
        assertThat(returned.holdIds())
                .containsExactlyInAnyOrderElementsOf(
                        released.stream().map(CommitmentChanged::commitmentId).toList());
        assertThat(released)
                .allSatisfy(commitment -> assertThat(market.engine.count(Market.LENT, commitment.lenderId()))
                        .isZero());
        assertThat(market.engine.count(Market.OWED, offer.borrowerId())).isZero();
        assertThat(market.engine.count(Market.HELD, loan)).isZero();
    }

    private static List<UUID> awaitReleases(UUID loan, int count) {
        await().atMost(Market.PATIENCE)
                .untilAsserted(() -> assertThat(market.payments.heardOf(ReleaseFunds.class, loan))
                        .hasSize(count));
        return market.payments.heardOf(ReleaseFunds.class, loan).stream()
                .flatMap(release -> release.holdIds().stream())
                .toList();
    }
}
