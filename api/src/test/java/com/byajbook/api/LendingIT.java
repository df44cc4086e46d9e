package com.byajbook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.api.testing.Answer;
import com.byajbook.api.testing.ApiInstance;
import com.byajbook.api.testing.Client;
import com.byajbook.api.testing.Events;
import com.byajbook.platform.message.CommitFunds;
import com.byajbook.platform.message.CommitmentChanged;
import com.byajbook.platform.message.DepositToWallet;
import com.byajbook.platform.message.TransferChanged.Purpose;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a lender asks for is accepted once and then followed. Neither owner is running. */
class LendingIT {

    private static final String COMMITMENT = "{\"amountPaise\":500000}";
    private static final String DEPOSIT = "{\"amountPaise\":5000000}";
    private static final String DEPOSITS = "/v1/wallet/deposits";

    private final ApiInstance api = ApiInstance.shared();
    private final Client lender = api.lender();
    private final UUID loan = UUID.randomUUID();

    @Test
    void accepts_a_commitment() {
        Answer answer = commit("k");
        UUID commitment = UUID.fromString(answer.text("id"));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("status")).isEqualTo("PENDING");
        assertThat(answer.header("Location")).contains("/v1/commitments/" + commitment);
        await().until(() -> !api.commandsFor(commitment).isEmpty());
        assertThat(api.commandsFor(commitment)).singleElement().isInstanceOfSatisfying(CommitFunds.class, command -> {
            assertThat(command.loanId()).isEqualTo(loan);
            assertThat(command.lenderId()).isEqualTo(lender.user());
            assertThat(command.kycVerified()).isTrue();
            assertThat(command.amountPaise()).isEqualTo(500_000);
        });
    }

    @Test
    void accepts_a_deposit() {
        Answer answer = lender.post(DEPOSITS, "k", DEPOSIT);
        UUID deposit = UUID.fromString(answer.text("id"));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("status")).isEqualTo("PENDING");
        assertThat(answer.header("Location")).contains(DEPOSITS + "/" + deposit);
        assertThat(answer.text("upiIntent"))
                .startsWith("upi://pay?pa=")
                .contains("tr=" + deposit, "am=50000.00", "cu=INR", "tn=Wallet%20deposit");
        await().until(() -> !api.commandsFor(deposit).isEmpty());
        assertThat(api.commandsFor(deposit)).singleElement().isInstanceOfSatisfying(DepositToWallet.class, command -> {
            assertThat(command.lenderId()).isEqualTo(lender.user());
            assertThat(command.amountPaise()).isEqualTo(5_000_000);
        });
    }

    @Test
    void a_retry_gets_the_same_answer_and_another_body_none() {
        Answer commitment = commit("k");
        Answer deposit = lender.post(DEPOSITS, "k", DEPOSIT);

        assertThat(commit("k").body()).isEqualTo(commitment.body());
        assertThat(commit("k").isReplayed()).isTrue();
        Answer again = lender.post(DEPOSITS, "k", DEPOSIT);
        assertThat(again.body()).isEqualTo(deposit.body());
        assertThat(again.isReplayed()).isTrue();

        assertThat(lender.post(commitments(loan), "k", DEPOSIT).code()).isEqualTo("idempotency-key-reused");
        assertThat(lender.post(commitments(UUID.randomUUID()), "k", COMMITMENT).status())
                .isEqualTo(422);
        assertThat(lender.post(DEPOSITS, "k", COMMITMENT).status()).isEqualTo(422);
        assertThat(api.count("select count(*) from intake where actor = $1", lender.user()))
                .isEqualTo(2);
    }

    @Test
    void a_commitment_is_never_unknown_and_then_follows_its_events() {
        UUID commitment = UUID.fromString(commit("k").text("id"));
        String place = "/v1/commitments/" + commitment;
        Answer pending = lender.get(place);

        assertThat(pending.text("status")).isEqualTo("PENDING");
        assertThat(pending.text("loanId")).isEqualTo(loan.toString());
        assertThat(pending.json().path("version").asInt()).isZero();
        assertThat(pending.json().path("amountPaise").asLong()).isEqualTo(500_000);

        api.publish(Events.commitment(lender, commitment, loan, 2, CommitmentChanged.Status.REFUSED));
        await().until(() -> lender.get(place).text("status").equals("REFUSED"));
        assertThat(lender.get(place).text("reason")).isEqualTo("LISTING_FULL");
    }

    @Test
    void a_deposit_is_never_unknown_and_then_follows_its_events() {
        UUID deposit = UUID.fromString(lender.post(DEPOSITS, "k", DEPOSIT).text("id"));
        String place = DEPOSITS + "/" + deposit;
        Answer pending = lender.get(place);

        assertThat(pending.text("status")).isEqualTo("PENDING");
        assertThat(pending.text("purpose")).isEqualTo("DEPOSIT");
        assertThat(pending.json().path("amountPaise").asLong()).isEqualTo(5_000_000);

        api.publish(Events.transfer(lender, deposit, Purpose.DEPOSIT, null, 3));
        await().until(() -> lender.get(place).text("status").equals("SUCCEEDED"));
        assertThat(lender.get(place).text("utr")).isEqualTo("UTR777");
    }

    @Test
    void money_that_was_paid_out_is_no_deposit() {
        UUID payout = UUID.randomUUID();
        UUID marker = UUID.randomUUID();
        api.publish(
                Events.transfer(lender, payout, Purpose.PAYOUT, null, 1),
                Events.transfer(lender, marker, Purpose.DEPOSIT, null, 1));
        await().until(() -> lender.get(DEPOSITS + "/" + marker).status() == 200);

        assertThat(lender.get(DEPOSITS + "/" + payout).code()).isEqualTo("not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"amountPaise\":null}",
                "{\"amountPaise\":0}",
                "{\"amountPaise\":-1}",
                "{\"amountPaise\":100000001}",
                "{\"amountPaise\":1.5}",
                "{\"amountPaise\":\"100\"}",
                "{\"amountPaise\":100,\"loanId\":\"x\"}"
            })
    void refuses_what_is_no_amount(String body) {
        assertThat(lender.post(commitments(loan), "k", body).status()).isEqualTo(400);
        assertThat(lender.post(DEPOSITS, "k", body).code()).isIn("malformed-json", "invalid-field");
        assertThat(api.count("select count(*) from intake where actor = $1", lender.user()))
                .isZero();
    }

    @Test
    void refuses_what_is_no_id_or_has_no_key() {
        assertThat(lender.post("/v1/loans/1/commitments", "k", COMMITMENT).code())
                .isEqualTo("invalid-parameter");
        assertThat(lender.get("/v1/commitments/1").code()).isEqualTo("invalid-parameter");
        assertThat(lender.get(DEPOSITS + "/1").status()).isEqualTo(400);
        assertThat(Client.send(lender.json(DEPOSITS, DEPOSIT)).code()).isEqualTo("missing-idempotency-key");
        assertThat(Client.send(lender.json(commitments(loan), COMMITMENT)).code())
                .isEqualTo("missing-idempotency-key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/commitments/5b9a6f2e-3c1d-4e4b-8a7f-0d2c4e6f8a10",
                "/v1/wallet",
                "/v1/wallet/statement",
                "/v1/wallet/deposits/5b9a6f2e-3c1d-4e4b-8a7f-0d2c4e6f8a10",
                "/v1/marketplace/loans",
                "/v1/portfolio"
            })
    void borrowers_see_nothing_of_it(String path) {
        Answer answer = api.borrower().get(path);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("forbidden");
    }

    @Test
    void borrowers_promise_and_deposit_nothing() {
        Client borrower = api.borrower();

        assertThat(borrower.post(commitments(loan), "k", COMMITMENT).status()).isEqualTo(403);
        assertThat(borrower.post(DEPOSITS, "k", DEPOSIT).status()).isEqualTo(403);
    }

    private Answer commit(String key) {
        return lender.post(commitments(loan), key, COMMITMENT);
    }

    private static String commitments(UUID loan) {
        return "/v1/loans/" + loan + "/commitments";
    }
}
