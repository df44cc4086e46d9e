package com.byajbook.loanengine.running;

import static com.byajbook.loanengine.running.Conversation.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.platform.message.AcceptOffer;
import com.byajbook.platform.message.CommitFunds;
import com.byajbook.platform.message.CommitmentChanged;
import com.byajbook.platform.message.DisburseLoan;
import com.byajbook.platform.message.HoldFunds;
import com.byajbook.platform.message.LoanChanged;
import com.byajbook.platform.message.LoanDecided;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.TransferChanged;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FundingIT {

    private static final long THOUSAND = 1_000_00;

    private static Market market;

    @BeforeAll
    static void start() {
        market = Market.open(Map.of());
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
    void three_lenders_fund_a_loan_that_is_paid_out() {
        LoanDecided offer = market.fund(20 * THOUSAND, 20 * THOUSAND, 10 * THOUSAND);
        UUID loan = offer.loanId();

        DisburseLoan disbursal = market.awaitDisbursal(loan);
        market.tell(loan, TransferChanged.Status.PENDING);
        market.tell(loan, TransferChanged.Status.SUCCEEDED);
        LoanChanged active = market.awaitStatus(loan, LoanChanged.Status.ACTIVE);
        List<CommitmentChanged> invested = market.awaitCommitments(loan, CommitmentChanged.Status.INVESTED, 3);

        assertThat(disbursal.netPaise() + disbursal.feesPaise()).isEqualTo(50 * THOUSAND);
        assertThat(disbursal.feesPaise()).isPositive();
        assertThat(disbursal.parts()).hasSize(3);
        assertThat(market.payments.heardOf(LoanChanged.class, loan))
                .extracting(LoanChanged::status)
                .containsExactlyInAnyOrder(
                        LoanChanged.Status.LISTED,
                        LoanChanged.Status.FUNDED,
                        LoanChanged.Status.DISBURSING,
                        LoanChanged.Status.ACTIVE);
        assertThat(active.loanVersion()).isEqualTo(5);
        assertThat(active.committedPaise()).isEqualTo(50 * THOUSAND);
        LoanChanged.Standing standing = Objects.requireNonNull(active.standing());
        assertThat(standing.outstandingPrincipalPaise()).isEqualTo(50 * THOUSAND);
        assertThat(standing.nextDueOn()).isEqualTo(standing.disbursedOn().plusMonths(1));
        assertThat(standing.nextDuePaise()).isEqualTo(active.terms().emiPaise());
        assertThat(invested).extracting(CommitmentChanged::commitmentVersion).containsOnly(3);
        assertThat(market.engine.count(Market.OWED, offer.borrowerId())).isEqualTo(50 * THOUSAND);
        assertThat(market.engine.count("select count(*) from agreement where loan_id = $1", loan))
                .isEqualTo(1);
        JsonNode shown = body(market.talk.get("/internal/borrowers/{b}/loans/{l}", offer.borrowerId(), loan));
        assertThat(shown.get("status").asString()).isEqualTo("ACTIVE");
        assertThat(shown.get("version").asInt()).isEqualTo(5);
    }

    @Test
    void a_yes_to_anything_but_the_stored_statement_is_kept_and_changes_nothing() {
        LoanDecided offer = market.talk.decide(20 * THOUSAND);
        AcceptOffer right = market.accept(offer);
        AcceptOffer otherText = new AcceptOffer(
                UUID.randomUUID(), right.occurredAt(), right.loanId(), right.borrowerId(), "0".repeat(64));
        AcceptOffer otherBorrower = new AcceptOffer(
                UUID.randomUUID(), right.occurredAt(), right.loanId(), UUID.randomUUID(), right.kfsHash());
        AcceptOffer tooLate = new AcceptOffer(
                UUID.randomUUID(),
                right.occurredAt().plus(Duration.ofDays(9)),
                right.loanId(),
                right.borrowerId(),
                right.kfsHash());

        market.engine.send(List.of(otherText, otherBorrower, tooLate));
        await().atMost(Market.PATIENCE)
                .untilAsserted(() -> assertThat(outcomes(offer.loanId(), "OTHER_STATEMENT")
                                + outcomes(offer.loanId(), "UNKNOWN_LOAN")
                                + outcomes(offer.loanId(), "STATEMENT_EXPIRED"))
                        .isEqualTo(3));
        assertThat(market.engine.count("select version from loan where id = $1", offer.loanId()))
                .isEqualTo(1);

        market.engine.send(List.of(right));
        market.awaitStatus(offer.loanId(), LoanChanged.Status.LISTED);
        assertThat(outcomes(offer.loanId(), "ACCEPTED")).isEqualTo(1);
    }

    @Test
    void every_message_delivered_twice_has_its_effect_once() {
        LoanDecided offer = market.talk.decide(20 * THOUSAND);
        UUID loan = offer.loanId();
        AcceptOffer yes = market.accept(offer);
        sendTwice(yes);
        market.awaitStatus(loan, LoanChanged.Status.LISTED);
        CommitFunds wish = market.commit(UUID.randomUUID(), loan, 20 * THOUSAND);
        sendTwice(wish);
        DisburseLoan disbursal = market.awaitDisbursal(loan);
        sendTwice(PlayedPayments.answerOf(
                market.payments.heardOf(HoldFunds.class, loan).get(0), null));
        sendTwice(PlayedPayments.disbursal(disbursal, TransferChanged.Status.SUCCEEDED));
        market.awaitStatus(loan, LoanChanged.Status.ACTIVE);
        settled();

        assertThat(market.payments.heardOf(LoanChanged.class, loan))
                .extracting(LoanChanged::loanVersion)
                .containsExactlyInAnyOrder(2, 3, 4, 5);
        assertThat(market.payments.heardOf(HoldFunds.class, loan)).hasSize(1);
        assertThat(market.payments.heardOf(DisburseLoan.class, loan)).hasSize(1);
        assertThat(market.engine.count("select version from loan where id = $1", loan))
                .isEqualTo(5);
        assertThat(market.engine.count("select version from commitment where id = $1", wish.commitmentId()))
                .isEqualTo(3);
        assertThat(market.engine.count(Market.LENT, wish.lenderId())).isEqualTo(20 * THOUSAND);
    }

    @Test
    void a_commitment_that_came_by_two_messages_is_decided_once() {
        UUID loan = market.list(20 * THOUSAND).loanId();
        CommitFunds wish = market.commit(UUID.randomUUID(), loan, 5 * THOUSAND);
        CommitFunds again = new CommitFunds(
                UUID.randomUUID(), wish.occurredAt(), wish.commitmentId(), loan, wish.lenderId(), true, 5 * THOUSAND);

        market.engine.send(List.of(wish, again));
        market.awaitCommitments(loan, CommitmentChanged.Status.HELD, 1);
        market.engine.send(List.of(again));
        settled();

        assertThat(market.engine.count(Market.HELD, loan)).isEqualTo(5 * THOUSAND);
        assertThat(market.engine.count(Market.LENT, wish.lenderId())).isEqualTo(5 * THOUSAND);
    }

    @Test
    void what_is_refused_is_told_with_its_reason() {
        LoanDecided offer = market.list(100 * THOUSAND);
        UUID loan = offer.loanId();
        CommitFunds own = market.commit(offer.borrowerId(), loan, 5 * THOUSAND);
        CommitFunds small = market.commit(UUID.randomUUID(), loan, THOUSAND - 1);
        CommitFunds pair = market.commit(UUID.randomUUID(), loan, 50 * THOUSAND + 1);
        CommitFunds unknown = market.commit(UUID.randomUUID(), UUID.randomUUID(), 5 * THOUSAND);

        market.engine.send(List.of(own, small, pair, unknown));
        market.awaitCommitments(loan, CommitmentChanged.Status.REFUSED, 3);
        market.awaitCommitments(unknown.loanId(), CommitmentChanged.Status.REFUSED, 1);

        assertThat(reason(own)).isEqualTo("OWN_LOAN");
        assertThat(reason(small)).isEqualTo("BELOW_MINIMUM");
        assertThat(reason(pair)).isEqualTo("PAIR_LIMIT_EXCEEDED");
        assertThat(reason(unknown)).isEqualTo("LOAN_NOT_LISTED");
        assertThat(market.engine.count(Market.RESERVED, loan)).isZero();
    }

    @Test
    void money_that_is_not_there_gives_its_room_back() {
        UUID loan = market.list(20 * THOUSAND).loanId();
        UUID poor = UUID.randomUUID();
        market.payments.answer(
                hold -> hold.lenderId().equals(poor) ? PlayedPayments.refused(hold) : PlayedPayments.held(hold));

        market.engine.send(List.of(market.commit(poor, loan, 20 * THOUSAND)));
        CommitmentChanged refused = market.awaitCommitments(loan, CommitmentChanged.Status.REFUSED, 1)
                .get(0);
        market.engine.send(List.of(market.commit(UUID.randomUUID(), loan, 20 * THOUSAND)));
        market.awaitStatus(loan, LoanChanged.Status.DISBURSING);

        assertThat(refused.reason()).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(market.engine.count(Market.LENT, poor)).isZero();
    }

    /** Whatever was sent before this in one queue was worked off when what is sent now was. */
    private static void settled() {
        market.fund(THOUSAND, THOUSAND);
    }

    private static void sendTwice(Message message) {
        market.engine.send(List.of(message));
        market.engine.send(List.of(message));
    }

    private static String reason(CommitFunds command) {
        return market.commitment(command).get("reason").asString();
    }

    private static long outcomes(UUID loan, String outcome) {
        return market.engine.count(
                "select count(*) from offer_acceptance where outcome = '" + outcome + "' and loan_id = $1", loan);
    }
}
