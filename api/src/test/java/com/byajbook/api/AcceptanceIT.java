package com.byajbook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.api.testing.Answer;
import com.byajbook.api.testing.ApiInstance;
import com.byajbook.api.testing.Client;
import com.byajbook.platform.message.ApplyForLoan;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AcceptanceIT {

    private static final String COUNT = "select count(*) from intake where actor = $1";

    private final ApiInstance api = ApiInstance.shared();
    private final Client borrower = api.borrower();

    @Test
    void answers_202_with_the_place_of_the_loan() {
        Answer answer = borrower.apply("k");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("status")).isEqualTo("RECEIVED");
        assertThat(answer.header("Location")).contains("/v1/loans/" + answer.text("id"));
        assertThat(answer.isReplayed()).isFalse();
    }

    @Test
    void fifty_requests_with_one_key_have_one_effect_and_equal_answers() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(50);
        try {
            List<Future<Answer>> calls = IntStream.range(0, 50)
                    .mapToObj(i -> people.submit(() -> borrower.apply("same")))
                    .toList();
            Set<String> bodies =
                    calls.stream().map(AcceptanceIT::result).map(Answer::body).collect(Collectors.toSet());
            long fresh = calls.stream()
                    .map(AcceptanceIT::result)
                    .filter(answer -> !answer.isReplayed())
                    .count();

            assertThat(calls)
                    .allSatisfy(call -> assertThat(result(call).status()).isEqualTo(202));
            assertThat(bodies).hasSize(1);
            assertThat(fresh).isEqualTo(1);
            assertThat(api.count(COUNT, borrower.user())).isEqualTo(1);
            UUID loan = UUID.fromString(result(calls.get(0)).text("id"));
            await().until(() -> !api.commandsFor(loan).isEmpty());
            assertThat(api.commandsFor(loan)).hasSize(1);
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void the_owner_is_told_what_was_accepted() {
        UUID loan = UUID.fromString(borrower.apply("k").text("id"));

        await().until(() -> !api.commandsFor(loan).isEmpty());
        assertThat(api.commandsFor(loan)).singleElement().isInstanceOfSatisfying(ApplyForLoan.class, command -> {
            assertThat(command.borrowerId()).isEqualTo(borrower.user());
            assertThat(command.kycVerified()).isTrue();
            assertThat(command.amountPaise()).isEqualTo(2_000_000);
            assertThat(command.tenureMonths()).isEqualTo(24);
            assertThat(command.purpose()).isEqualTo("Sewing machine");
        });
    }

    @Test
    void a_retry_in_other_words_is_the_same_request() {
        Answer first = borrower.apply("k");
        Answer again = borrower.post("/v1/loans", "k", """
                { "purpose": "\\u0053ewing machine", "tenureMonths": 24,
                  "amountPaise": 2000000 }""");

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.isReplayed()).isTrue();
    }

    @Test
    void refuses_a_key_that_was_used_for_another_body() {
        assertThat(borrower.apply("k").status()).isEqualTo(202);
        Answer other = borrower.post("/v1/loans", "k", Client.LOAN.replace("24", "12"));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
        assertThat(api.count(COUNT, borrower.user())).isEqualTo(1);
    }

    @Test
    void the_same_key_of_another_person_is_another_request() {
        Answer mine = borrower.apply("k");
        Answer theirs = api.borrower().apply("k");

        assertThat(theirs.status()).isEqualTo(202);
        assertThat(theirs.text("id")).isNotEqualTo(mine.text("id"));
    }

    @Test
    void a_loan_that_was_accepted_is_never_unknown_though_its_owner_is_down() {
        for (int i = 0; i < 20; i++) {
            String id = borrower.apply("k" + i).text("id");
            Answer loan = borrower.get("/v1/loans/" + id);

            assertThat(loan.status()).isEqualTo(200);
            assertThat(loan.text("status")).isEqualTo("RECEIVED");
            assertThat(loan.json().path("amountPaise").asLong()).isEqualTo(2_000_000);
            assertThat(loan.text("purpose")).isEqualTo("Sewing machine");
        }
    }

    @Test
    void an_unchanged_loan_is_answered_with_304() {
        String id = borrower.apply("k").text("id");
        String etag = borrower.get("/v1/loans/" + id).header("ETag").orElseThrow();
        Answer again = Client.send(borrower.request("/v1/loans/" + id).header("If-None-Match", etag));

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void a_loan_without_an_offer_has_no_key_fact_statement_yet() {
        String id = borrower.apply("k").text("id");

        for (String document : List.of("/kfs", "/schedule")) {
            Answer answer = borrower.get("/v1/loans/" + id + document);
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("not-ready");
        }
    }

    @Test
    void somebody_elses_loan_is_not_found() {
        String id = borrower.apply("k").text("id");
        Answer answer = api.borrower().get("/v1/loans/" + id);

        // Its owner is down and cannot say "not yours": what is sure is that nothing of it is shown.
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).doesNotContain("Sewing machine");
    }

    /** Whatever part of the request arrived, there is one effect or none, and the retry agrees with it. */
    @Test
    void a_disconnect_in_the_middle_of_a_post_leaves_one_effect_or_none() throws Exception {
        String request = "POST /v1/loans HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + borrower.token()
                + "\r\nContent-Type: application/json\r\nIdempotency-Key: %s\r\nContent-Length: "
                + Client.LOAN.length() + "\r\n\r\n" + Client.LOAN;
        for (int i = 0; i < 40; i++) {
            String key = "cut" + i;
            String whole = String.format(request, key);
            int part = i % 2 == 0 ? whole.length() : whole.length() - 1 - i;
            sendAndCut(whole.substring(0, part), i % 4);

            Answer retry = borrower.apply(key);

            assertThat(retry.status()).isEqualTo(202);
            assertThat(api.count("select count(*) from intake where id = $1", UUID.fromString(retry.text("id"))))
                    .isEqualTo(1);
        }
        assertThat(api.count(COUNT, borrower.user())).isEqualTo(40);
        assertThat(borrower.apply("after").status()).isEqualTo(202);
    }

    private void sendAndCut(String bytes, int thenWaitMillis) throws IOException, InterruptedException {
        try (Socket socket = new Socket("127.0.0.1", api.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(bytes.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            Thread.sleep(thenWaitMillis);
            socket.setSoLinger(true, 0);
        }
    }

    private static Answer result(Future<Answer> call) {
        try {
            return call.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
