package com.byajbook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.api.testing.Answer;
import com.byajbook.api.testing.ApiInstance;
import com.byajbook.api.testing.Client;
import com.byajbook.api.testing.Events;
import com.byajbook.platform.message.InitiatePayment;
import com.byajbook.platform.message.LoanChanged;
import com.byajbook.platform.message.LoanDecided;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaymentsIT {

    private final ApiInstance api = ApiInstance.shared();
    private final Client borrower = api.borrower();

    @Test
    void accepts_a_payment_for_an_own_active_loan() {
        UUID loan = known(Events.active(borrower, UUID.randomUUID(), 5));
        Answer answer = pay("k", loan);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("status")).isEqualTo("PENDING");
        assertThat(answer.header("Location")).contains("/v1/payments/" + answer.text("id"));
        assertThat(answer.text("upiIntent"))
                .startsWith("upi://pay?pa=")
                .contains("tr=" + answer.text("id"), "am=969.73", "cu=INR");
        UUID payment = UUID.fromString(answer.text("id"));
        await().until(() -> !api.commandsFor(payment).isEmpty());
        assertThat(api.commandsFor(payment)).singleElement().isInstanceOfSatisfying(InitiatePayment.class, command -> {
            assertThat(command.loanId()).isEqualTo(loan);
            assertThat(command.payerId()).isEqualTo(borrower.user());
            assertThat(command.amountPaise()).isEqualTo(96_973);
        });
    }

    @Test
    void a_retry_gets_the_same_answer_whatever_became_of_the_loan() {
        UUID loan = known(Events.active(borrower, UUID.randomUUID(), 5));
        Answer first = pay("k", loan);
        known(Events.changed(borrower, loan, 6, LoanChanged.Status.CLOSED));
        Answer again = pay("k", loan);

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.isReplayed()).isTrue();
        assertThat(pay("k2", loan).code()).isEqualTo("loan-not-payable");
    }

    @Test
    void refuses_a_payment_for_a_loan_that_was_declined() {
        UUID declined = known(Events.declined(borrower, UUID.randomUUID(), 1));

        Answer answer = pay("p", declined);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("loan-not-payable");
        assertThat(answer.text("detail")).contains("DECLINED", "no payment any more");
        assertThat(paymentsAccepted()).isZero();
    }

    @Test
    void refuses_a_payment_until_the_loan_is_paid_out_and_says_what_comes_first() {
        UUID loan = known(Events.offered(borrower, UUID.randomUUID(), 1));
        Answer offered = pay("p", loan);
        assertThat(offered.status()).isEqualTo(422);
        assertThat(offered.code()).isEqualTo("loan-not-payable");
        assertThat(offered.text("detail")).contains("OFFERED", "ACTIVE", "Accept the offer first");

        known(Events.changed(borrower, loan, 2, LoanChanged.Status.LISTED));
        assertThat(pay("p", loan).text("detail")).contains("LISTED", "ACTIVE", "paid out to you");

        known(Events.active(borrower, loan, 5));
        assertThat(pay("p", loan).status()).isEqualTo(202);
    }

    @Test
    void asks_to_come_back_while_nobody_can_say_whether_the_loan_was_paid_out_meanwhile() {
        // The owner of loans is not running. What the intake knows of the loan is as old as its acceptance.
        UUID received = UUID.fromString(borrower.apply("k").text("id"));

        Answer answer = pay("p", received);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("dependency-unavailable");
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(paymentsAccepted()).isZero();
    }

    @Test
    void nobody_pays_for_somebody_elses_loan() {
        Client other = api.borrower();
        UUID loan = known(Events.active(borrower, UUID.randomUUID(), 5));
        Answer answer = other.post("/v1/payments", "k", body(loan));

        // The owner of loans, who would say 404, is not running: what counts is that nothing is accepted.
        assertThat(answer.status()).isEqualTo(503);
        assertThat(api.count("select count(*) from intake where actor = $1", other.user()))
                .isZero();
    }

    @Test
    void a_payment_that_was_accepted_is_never_unknown_and_then_follows_its_events() {
        UUID loan = known(Events.active(borrower, UUID.randomUUID(), 5));
        UUID payment = UUID.fromString(pay("k", loan).text("id"));
        Answer pending = borrower.get("/v1/payments/" + payment);

        assertThat(pending.text("status")).isEqualTo("PENDING");
        assertThat(pending.text("loanId")).isEqualTo(loan.toString());
        assertThat(pending.json().path("amountPaise").asLong()).isEqualTo(96_973);

        api.publish(Events.succeeded(borrower, payment, loan, 3));
        await().until(() ->
                borrower.get("/v1/payments/" + payment).text("status").equals("SUCCEEDED"));
        assertThat(borrower.get("/v1/payments/" + payment).text("utr")).isEqualTo("UTR123");
    }

    @Test
    void takes_no_payment_for_a_loan_that_has_ended() {
        for (LoanChanged.Status ended : List.of(LoanChanged.Status.CLOSED, LoanChanged.Status.WRITTEN_OFF)) {
            UUID loan = known(Events.changed(borrower, UUID.randomUUID(), 6, ended));

            Answer answer = pay("k-" + ended, loan);

            assertThat(answer.code()).isEqualTo("loan-not-payable");
            assertThat(answer.text("detail")).contains(ended.name(), "no payment any more");
        }
    }

    private UUID known(LoanChanged changed) {
        api.publish(changed);
        await().until(() -> borrower.get("/v1/loans/" + changed.loanId())
                .text("status")
                .equals(changed.status().name()));
        return changed.loanId();
    }

    private long paymentsAccepted() {
        return api.count(
                "select count(*) from intake where actor = $1 and operation = 'initiate-payment'", borrower.user());
    }

    private UUID known(LoanDecided decided) {
        api.publish(decided);
        await().until(() -> borrower.get("/v1/loans/" + decided.loanId())
                .text("status")
                .equals(decided.outcome().name()));
        return decided.loanId();
    }

    private Answer pay(String key, UUID loan) {
        return borrower.post("/v1/payments", key, body(loan));
    }

    private static String body(UUID loan) {
        return "{\"loanId\":\"" + loan + "\",\"amountPaise\":96973,\"method\":\"UPI\"}";
    }
}
