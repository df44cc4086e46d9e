package com.byajbook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.api.testing.Answer;
import com.byajbook.api.testing.ApiInstance;
import com.byajbook.api.testing.Client;
import com.byajbook.api.testing.Events;
import com.byajbook.api.testing.ScriptedReads;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an owner keeps is asked of it, for the caller and nobody else, and passed on. */
class OwnersReadsIT {

    private static final String PAGE = "{\"items\":[{\"amountPaise\":1}],\"next\":\"c2\"}";
    private static final String PORTFOLIO =
            "{\"investedPaise\":700,\"outstandingPaise\":600,\"receivedPaise\":150,\"items\":[],\"next\":null}";

    private static final ScriptedReads ENGINE = new ScriptedReads();
    private static final ScriptedReads FLOW = new ScriptedReads();
    private static final ApiInstance API = ApiInstance.start(Map.of(
            "byajbook.remote.loan-engine.url", ENGINE.url(),
            "byajbook.remote.payment-flow.url", FLOW.url()));

    private final Client lender = API.lender();
    private final Client borrower = API.borrower();
    private final String ofLender = "/internal/lenders/" + lender.user();

    @AfterAll
    static void stop() {
        API.close();
        ENGINE.close();
        FLOW.close();
    }

    @Test
    void a_commitment_that_the_projection_forgot_comes_from_its_owner() {
        UUID commitment = UUID.randomUUID();
        UUID loan = UUID.randomUUID();
        ENGINE.tell(ofLender + "/commitments/" + commitment, 200, """
                {"id":"%s","loanId":"%s","status":"HELD","version":2,"amountPaise":500000,"reason":null,
                 "createdAt":"2026-11-23T10:00:00Z","updatedAt":"2026-11-23T10:00:01Z"}""".formatted(commitment, loan));

        Answer answer = lender.get("/v1/commitments/" + commitment);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(new Answer(0, answer.headers(), """
                {"id":"%s","loanId":"%s","status":"HELD","version":2,"amountPaise":500000,
                 "updatedAt":"2026-11-23T10:00:01Z"}""".formatted(commitment, loan)).json());
        assertThat(API.lender().get("/v1/commitments/" + commitment).code()).isEqualTo("not-found");
    }

    @Test
    void a_deposit_that_the_projection_forgot_comes_from_its_owner() {
        UUID deposit = transfer("DEPOSIT");

        Answer answer = lender.get("/v1/wallet/deposits/" + deposit);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("status")).isEqualTo("SUCCEEDED");
        assertThat(answer.text("utr")).isEqualTo("UTR9");
        assertThat(answer.json().has("createdAt")).isFalse();
        assertThat(API.lender().get("/v1/wallet/deposits/" + deposit).status()).isEqualTo(404);
        assertThat(lender.get("/v1/wallet/deposits/" + transfer("WITHDRAWAL")).status())
                .isEqualTo(404);
    }

    @Test
    void the_wallet_is_shown_with_what_is_in_loans() {
        FLOW.tell(ofLender + "/wallet", 200, """
                {"availablePaise":10,"heldPaise":20,"proceedsPaise":30}""");
        ENGINE.tell(ofLender + "/portfolio?limit=1", 200, PORTFOLIO);

        Answer wallet = lender.get("/v1/wallet");

        assertThat(wallet.status()).isEqualTo(200);
        assertThat(wallet.body())
                .isEqualTo("{\"availablePaise\":10,\"heldPaise\":20,\"proceedsPaise\":30,\"investedPaise\":700}");
    }

    @Test
    void the_wallet_is_shown_without_what_is_in_loans_when_nobody_can_say_that() {
        FLOW.tell(ofLender + "/wallet", 200, """
                {"availablePaise":10,"heldPaise":20,"proceedsPaise":30}""");
        for (int status : new int[] {200, 404, 418}) {
            ENGINE.tell(ofLender + "/portfolio?limit=1", status, "{\"items\":[],\"next\":null}");

            assertThat(lender.get("/v1/wallet").body())
                    .as("the engine answers " + status)
                    .isEqualTo("{\"availablePaise\":10,\"heldPaise\":20,\"proceedsPaise\":30}");
        }
    }

    @Test
    void no_wallet_is_shown_when_its_owner_cannot_say_what_is_in_it() {
        ENGINE.tell(ofLender + "/portfolio?limit=1", 200, PORTFOLIO);

        Answer wallet = lender.get("/v1/wallet");

        assertThat(wallet.status()).isEqualTo(503);
        assertThat(wallet.code()).isEqualTo("dependency-unavailable");
    }

    @Test
    void pages_are_passed_on_as_their_owner_wrote_them() {
        ENGINE.tell("/internal/marketplace/loans?limit=20", 200, PAGE);
        ENGINE.tell("/internal/marketplace/loans?limit=3&after=c2", 200, "{\"items\":[],\"next\":null}");
        ENGINE.tell(ofLender + "/portfolio?limit=20", 200, PORTFOLIO);
        FLOW.tell(ofLender + "/wallet/statement?limit=5&after=c2", 200, PAGE);

        assertThat(lender.get("/v1/marketplace/loans").body()).isEqualTo(PAGE);
        assertThat(lender.get("/v1/marketplace/loans?cursor=c2&limit=3").body())
                .isEqualTo("{\"items\":[],\"next\":null}");
        assertThat(lender.get("/v1/portfolio").body()).isEqualTo(PORTFOLIO);
        Answer statement = lender.get("/v1/wallet/statement?limit=5&cursor=c2");
        assertThat(statement.body()).isEqualTo(PAGE);
        assertThat(statement.header("Content-Type").orElseThrow()).startsWith("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/marketplace/loans", "/v1/portfolio", "/v1/wallet/statement"})
    void pages_have_bounds_and_cursors_that_their_owner_knows(String path) {
        ENGINE.tell("/internal/marketplace/loans?limit=20&after=other", 400, "{}");
        ENGINE.tell(ofLender + "/portfolio?limit=20&after=other", 400, "{}");
        FLOW.tell(ofLender + "/wallet/statement?limit=20&after=other", 400, "{}");

        assertThat(lender.get(path + "?limit=0").code()).isEqualTo("invalid-parameter");
        assertThat(lender.get(path + "?limit=101").status()).isEqualTo(400);
        assertThat(lender.get(path + "?limit=x").status()).isEqualTo(400);
        assertThat(lender.get(path + "?cursor=%2e%2e/x").code()).isEqualTo("invalid-cursor");
        assertThat(lender.get(path + "?cursor=other").code()).isEqualTo("invalid-cursor");
        assertThat(API.borrower().get(path).status()).isEqualTo(403);
    }

    @Test
    void the_statement_and_the_quote_of_an_own_loan_come_from_its_owner() {
        UUID loan = active();
        String ofLoan = "/internal/borrowers/" + borrower.user() + "/loans/" + loan;
        ENGINE.tell(ofLoan + "/statement?limit=2&after=c1", 200, PAGE);
        ENGINE.tell(ofLoan + "/foreclosure-quote", 200, "{\"totalPaise\":2001000}");

        assertThat(borrower.get("/v1/loans/" + loan + "/statement?limit=2&cursor=c1")
                        .body())
                .isEqualTo(PAGE);
        assertThat(borrower.get("/v1/loans/" + loan + "/foreclosure-quote").body())
                .isEqualTo("{\"totalPaise\":2001000}");
    }

    @Test
    void the_autopay_of_a_loan_is_shown_as_its_owner_wrote_it() {
        UUID loan = active();
        String shown = "{\"status\":\"ACTIVE\",\"instalments\":[]}";
        ENGINE.tell("/internal/borrowers/" + borrower.user() + "/loans/" + loan + "/autopay", 200, shown);

        assertThat(borrower.get("/v1/loans/" + loan + "/autopay").body()).isEqualTo(shown);
    }

    @Test
    void a_loan_without_a_statement_or_quote_says_so() {
        UUID loan = active();
        ENGINE.tell("/internal/borrowers/" + borrower.user() + "/loans/" + loan + "/foreclosure-quote", 409, "{}");

        assertThat(borrower.get("/v1/loans/" + loan + "/foreclosure-quote").code())
                .isEqualTo("not-ready");
        assertThat(borrower.get("/v1/loans/" + loan + "/statement").status()).isEqualTo(409);
        ENGINE.tell("/internal/borrowers/" + borrower.user() + "/loans/" + loan + "/foreclosure-quote", 422, "{}");
        assertThat(borrower.get("/v1/loans/" + loan + "/foreclosure-quote").code())
                .isEqualTo("loan-not-payable");
        assertThat(borrower.get("/v1/loans/" + loan + "/statement?limit=1000").code())
                .isEqualTo("invalid-parameter");
        UUID received = UUID.fromString(borrower.apply("k").text("id"));
        assertThat(borrower.get("/v1/loans/" + received + "/statement").code()).isEqualTo("not-ready");
    }

    @Test
    void somebody_elses_loan_is_not_found_and_its_documents_are_not_asked_for() {
        UUID loan = active();
        Client other = API.borrower();
        String asked = "/internal/borrowers/" + other.user() + "/loans/" + loan;

        assertThat(other.get("/v1/loans/" + loan + "/statement").status()).isEqualTo(404);
        assertThat(other.get("/v1/loans/" + loan + "/foreclosure-quote").code()).isEqualTo("not-found");
        assertThat(other.post("/v1/loans/" + loan + "/cancellation", "k", "").status())
                .isEqualTo(404);
        assertThat(other.post("/v1/loans/" + loan + "/acceptance", "k", "{\"kfsHash\":\"" + Events.KFS_HASH + "\"}")
                        .code())
                .isEqualTo("not-found");
        assertThat(ENGINE.wasAsked(asked)).isTrue();
        assertThat(ENGINE.wasAsked(asked + "/foreclosure-quote")).isFalse();
        assertThat(ENGINE.wasAsked(asked + "/statement?limit=20")).isFalse();
        assertThat(lender.get("/v1/loans/" + loan + "/statement").status()).isEqualTo(403);
    }

    private UUID active() {
        UUID loan = UUID.randomUUID();
        API.publish(Events.active(borrower, loan, 5));
        await().until(() -> borrower.get("/v1/loans/" + loan).text("status").equals("ACTIVE"));
        return loan;
    }

    private UUID transfer(String purpose) {
        UUID transfer = UUID.randomUUID();
        FLOW.tell("/internal/users/" + lender.user() + "/transfers/" + transfer, 200, """
                {"id":"%s","purpose":"%s","status":"SUCCEEDED","version":3,"amountPaise":5000000,"utr":"UTR9",
                 "reason":null,"createdAt":"2026-11-23T10:00:00Z","updatedAt":"2026-11-23T10:00:01Z"}""".formatted(transfer, purpose));
        return transfer;
    }
}
