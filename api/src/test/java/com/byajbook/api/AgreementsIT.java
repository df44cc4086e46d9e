package com.byajbook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.api.testing.Answer;
import com.byajbook.api.testing.ApiInstance;
import com.byajbook.api.testing.Client;
import com.byajbook.api.testing.Events;
import com.byajbook.platform.message.AcceptOffer;
import com.byajbook.platform.message.CancelLoan;
import com.byajbook.platform.message.LoanChanged;
import com.byajbook.platform.message.LoanChanged.Status;
import com.byajbook.platform.message.LoanDecided;
import com.byajbook.platform.message.SetAutopay;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A borrower's yes to an offer, and a borrower's way out. The owner of loans is not running. */
class AgreementsIT {

    private static final String WORD = "{\"kfsHash\":\"" + Events.KFS_HASH + "\"}";

    private final ApiInstance api = ApiInstance.shared();
    private final Client borrower = api.borrower();

    @Test
    void accepts_the_agreement_to_an_offer() {
        UUID loan = offered();
        Answer answer = accept("k", loan);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Location")).contains("/v1/loans/" + loan);
        assertThat(answer.text("id")).isEqualTo(loan.toString());
        assertThat(answer.text("status")).isEqualTo("OFFERED");
        assertThat(answer.json().path("awaits").toString()).isEqualTo("[\"LISTED\"]");
        await().until(() -> !api.commandsFor(loan).isEmpty());
        assertThat(api.commandsFor(loan)).singleElement().isInstanceOfSatisfying(AcceptOffer.class, command -> {
            assertThat(command.borrowerId()).isEqualTo(borrower.user());
            assertThat(command.kfsHash()).isEqualTo(Events.KFS_HASH);
        });
    }

    @Test
    void a_retry_gets_the_same_answer_whatever_became_of_the_loan() {
        UUID loan = offered();
        Answer first = accept("k", loan);
        known(Events.changed(borrower, loan, 2, Status.LISTED));
        Answer again = accept("k", loan);

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.isReplayed()).isTrue();
        Answer late = accept("k2", loan);
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.code()).isEqualTo("offer-not-acceptable");
        assertThat(agreements("accept-offer")).isEqualTo(1);
    }

    @Test
    void refuses_the_hash_of_another_key_fact_statement() {
        Answer answer = borrower.post(place(offered()) + "/acceptance", "k", WORD.replace("ab", "cd"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("kfs-hash-mismatch");
        assertThat(agreements("accept-offer")).isZero();
    }

    @Test
    void a_key_counts_for_one_loan_only() {
        UUID loan = offered();
        UUID other = offered();
        assertThat(accept("k", loan).status()).isEqualTo(202);
        assertThat(cancel("c", loan).status()).isEqualTo(202);

        assertThat(accept("k", other).code()).isEqualTo("idempotency-key-reused");
        assertThat(cancel("c", other).code()).isEqualTo("idempotency-key-reused");
        assertThat(cancel("c", other).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"kfsHash\":null}",
                "{\"kfsHash\":\"\"}",
                "{\"kfsHash\":\"abc\"}",
                "{\"kfsHash\":\"ABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABAB\"}",
                "{\"kfsHash\":7}",
                "{\"kfsHash\":\"ab\",\"more\":1}",
                ""
            })
    void refuses_what_cannot_be_a_hash(String body) {
        Answer answer = borrower.post(place(UUID.randomUUID()) + "/acceptance", "k", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isIn("malformed-json", "invalid-field");
    }

    @Test
    void refuses_what_cannot_be_a_loan_or_has_no_key() {
        assertThat(borrower.post("/v1/loans/1-1-1-1-1/acceptance", "k", WORD).code())
                .isEqualTo("invalid-parameter");
        assertThat(borrower.post("/v1/loans/x/cancellation", "k", "").code()).isEqualTo("invalid-parameter");
        assertThat(Client.send(borrower.json(place(UUID.randomUUID()) + "/acceptance", WORD))
                        .code())
                .isEqualTo("missing-idempotency-key");
    }

    @Test
    void lenders_do_neither() {
        Client lender = api.lender();
        UUID loan = offered();

        assertThat(lender.post(place(loan) + "/acceptance", "k", WORD).status()).isEqualTo(403);
        assertThat(lender.post(place(loan) + "/cancellation", "k", "").code()).isEqualTo("forbidden");
    }

    @ParameterizedTest
    @EnumSource(names = {"OFFERED", "LISTED", "ACTIVE"})
    void accepts_a_cancellation(Status status) {
        UUID loan = UUID.randomUUID();
        known(status == Status.ACTIVE ? Events.active(borrower, loan, 2) : Events.changed(borrower, loan, 2, status));
        Answer answer = cancel("k", loan);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Location")).contains(place(loan));
        await().until(() -> !api.commandsFor(loan).isEmpty());
        assertThat(api.commandsFor(loan))
                .singleElement()
                .isInstanceOfSatisfying(
                        CancelLoan.class,
                        command -> assertThat(command.borrowerId()).isEqualTo(borrower.user()));

        known(Events.changed(borrower, loan, 3, Status.CANCELLED));
        Answer again = cancel("k", loan);
        assertThat(again.body()).isEqualTo(answer.body());
        assertThat(again.isReplayed()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"FUNDED", "DISBURSING", "CLOSED", "EXPIRED", "CANCELLED", "WRITTEN_OFF"})
    void refuses_a_cancellation_that_is_too_late(Status status) {
        UUID loan = UUID.randomUUID();
        known(Events.changed(borrower, loan, 2, status));
        Answer answer = cancel("k", loan);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("loan-not-cancellable");
        assertThat(agreements("cancel-loan")).isZero();
    }

    @Test
    void accepts_that_instalments_are_collected_by_themselves_and_are_not_any_more() {
        UUID loan = UUID.randomUUID();
        known(Events.active(borrower, loan, 2));
        Answer on = autopay("on", loan, "{\"enabled\":true}");

        assertThat(on.status()).isEqualTo(202);
        assertThat(on.header("Location")).contains(place(loan) + "/autopay");
        assertThat(on.json().path("enabled").booleanValue()).isTrue();
        assertThat(autopay("on", loan, "{\"enabled\":true}").isReplayed()).isTrue();
        assertThat(autopay("on", loan, "{\"enabled\":false}").code()).isEqualTo("idempotency-key-reused");
        assertThat(autopay("off", loan, "{\"enabled\":false}").status()).isEqualTo(202);

        await().until(() -> api.commandsFor(loan).size() == 2);
        assertThat(api.commandsFor(loan))
                .allSatisfy(command -> assertThat(command)
                        .isInstanceOfSatisfying(
                                SetAutopay.class,
                                wish -> assertThat(wish.borrowerId()).isEqualTo(borrower.user())));
    }

    @Test
    void refuses_autopay_of_a_loan_that_is_not_active_and_lets_it_be_turned_off() {
        UUID loan = offered();

        assertThat(autopay("on", loan, "{\"enabled\":true}").code()).isEqualTo("loan-not-payable");
        assertThat(autopay("off", loan, "{\"enabled\":false}").status()).isEqualTo(202);
        assertThat(autopay("bad", loan, "{}").code()).isEqualTo("invalid-field");
        assertThat(api.lender()
                        .post(place(loan) + "/autopay", "k", "{\"enabled\":true}")
                        .status())
                .isEqualTo(403);
        assertThat(agreements("set-autopay")).isEqualTo(1);
    }

    @Test
    void asks_to_come_back_while_nobody_can_say_what_the_loan_is() {
        UUID received = UUID.fromString(borrower.apply("k").text("id"));

        assertThat(accept("a", received).code()).isEqualTo("dependency-unavailable");
        assertThat(cancel("c", received).status()).isEqualTo(503);
        assertThat(agreements("accept-offer") + agreements("cancel-loan")).isZero();
    }

    private UUID offered() {
        LoanDecided offer = Events.offered(borrower, UUID.randomUUID(), 1);
        api.publish(offer);
        await().until(() -> borrower.get(place(offer.loanId())).text("status").equals("OFFERED"));
        return offer.loanId();
    }

    private void known(LoanChanged changed) {
        api.publish(changed);
        await().until(() -> borrower.get(place(changed.loanId()))
                .text("status")
                .equals(changed.status().name()));
    }

    private long agreements(String operation) {
        return api.count("select count(*) from intake where actor = $1 and operation = $2", borrower.user(), operation);
    }

    private Answer accept(String key, UUID loan) {
        return borrower.post(place(loan) + "/acceptance", key, WORD);
    }

    private Answer autopay(String key, UUID loan, String body) {
        return borrower.post(place(loan) + "/autopay", key, body);
    }

    private Answer cancel(String key, UUID loan) {
        return borrower.post(place(loan) + "/cancellation", key, "");
    }

    private static String place(UUID loan) {
        return "/v1/loans/" + loan;
    }
}
