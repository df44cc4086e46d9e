package com.byajbook.loanengine.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.platform.message.ApplyForLoan;
import com.byajbook.platform.message.LoanDecided;
import com.byajbook.platform.message.LoanDecided.Terms;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HttpIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = new JsonMapper();

    private static RunningEngine engine;

    @BeforeAll
    static void start() {
        engine = RunningEngine.start(Map.of());
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void a_quote_gives_the_figures_of_the_indicative_band() {
        JsonNode quote = body(quote("{\"amountPaise\":5000000,\"tenureMonths\":12}")
                .expectStatus()
                .isOk());

        assertThat(quote.get("annualRatePct").asString()).isEqualTo("15.00");
        assertThat(quote.get("emiPaise").asLong()).isEqualTo(4_512_92);
        assertThat(quote.get("totalFeesPaise").asLong()).isEqualTo(944_00);
        assertThat(quote.get("netDisbursedPaise").asLong()).isEqualTo(50_000_00 - 944_00);
        assertThat(quote.get("schedule")).hasSize(12);
        assertThat(quote.get("schedule").get(11).get("balancePaise").asLong()).isZero();
        assertThat(quote.get("schedule").get(0).get("dueDate").asString()).matches("\\d{4}-\\d{2}-\\d{2}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"amountPaise\":99999,\"tenureMonths\":12} | invalid-field",
                "{\"amountPaise\":100000001,\"tenureMonths\":12} | invalid-field",
                "{\"amountPaise\":9223372036854775807,\"tenureMonths\":12} | invalid-field",
                "{\"amountPaise\":0,\"tenureMonths\":12} | invalid-field",
                "{\"amountPaise\":-1,\"tenureMonths\":12} | invalid-field",
                "{\"amountPaise\":5000000,\"tenureMonths\":0} | invalid-field",
                "{\"amountPaise\":5000000,\"tenureMonths\":37} | invalid-field",
                "{\"tenureMonths\":12} | invalid-field",
                "{\"amountPaise\":5000000} | invalid-field",
                "{\"amountPaise\":null,\"tenureMonths\":12} | invalid-field",
                "{} | invalid-field",
                "{\"amountPaise\":1.5,\"tenureMonths\":12} | malformed-json",
                "{\"amountPaise\":\"5000000\",\"tenureMonths\":12} | malformed-json",
                "{\"amountPaise\":1e2000000000,\"tenureMonths\":12} | malformed-json",
                "{\"amountPaise\":5000000,\"tenureMonths\":12,\"more\":1} | malformed-json",
                "{\"amountPaise\":5000000,\"amountPaise\":5000000,\"tenureMonths\":12} | malformed-json",
                "{\"amountPaise\":5000000 | malformed-json",
                "[] | malformed-json",
                "`` | malformed-json"
            })
    void a_quote_that_makes_no_sense_is_refused_with_a_code(String body, String code) {
        assertProblem(quote(body), 400, code);
    }

    @Test
    void a_loan_is_shown_to_its_borrower_as_it_was_announced() {
        LoanDecided decided = decide(50_000_00);
        Terms terms = Objects.requireNonNull(decided.terms());

        JsonNode loan = body(get("/internal/borrowers/{b}/loans/{l}", decided.borrowerId(), decided.loanId())
                .expectStatus()
                .isOk());

        assertThat(loan.get("id").asString()).isEqualTo(decided.loanId().toString());
        assertThat(loan.get("status").asString()).isEqualTo("OFFERED");
        assertThat(loan.get("version").asInt()).isEqualTo(1);
        assertThat(loan.get("amountPaise").asLong()).isEqualTo(50_000_00);
        assertThat(loan.get("purpose").asString()).isEqualTo("Sister's wedding");
        assertThat(loan.get("reasons")).isEmpty();
        assertThat(loan.get("annualRatePct").asString()).isEqualTo(terms.annualRatePct());
        assertThat(loan.get("aprPct").asString()).isEqualTo(terms.aprPct());
        assertThat(loan.get("emiPaise").asLong()).isEqualTo(terms.emiPaise());
        assertThat(loan.get("totalPayablePaise").asLong()).isEqualTo(terms.totalPayablePaise());
        assertThat(loan.get("kfsHash").asString()).isEqualTo(terms.kfsHash());
        assertThat(loan.get("receivedAt").asString())
                .isEqualTo(decided.receivedAt().toString());
        assertThat(loan.get("decidedAt").asString())
                .isEqualTo(decided.occurredAt().toString());
    }

    @Test
    void the_key_fact_statement_is_the_text_behind_the_hash() throws Exception {
        LoanDecided decided = decide(50_000_00);
        String hash = Objects.requireNonNull(decided.terms()).kfsHash();

        String shown = text(get("/internal/borrowers/{b}/loans/{l}/kfs", decided.borrowerId(), decided.loanId())
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_JSON));

        assertThat(JSON.readTree(shown).get("kfsHash").asString()).isEqualTo(hash);
        assertThat(JSON.readTree(shown).get("illustration")).hasSize(12);
        String hashed = shown.replace(",\"kfsHash\":\"" + hash + "\"}", "}");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(hashed.getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(hash);
    }

    @Test
    void the_schedule_adds_up_to_what_is_payable() {
        LoanDecided decided = decide(50_000_00);

        JsonNode schedule =
                body(get("/internal/borrowers/{b}/loans/{l}/schedule", decided.borrowerId(), decided.loanId())
                        .expectStatus()
                        .isOk());

        long total = 0;
        for (JsonNode row : schedule.get("schedule")) {
            total += row.get("emiPaise").asLong();
        }
        assertThat(total).isEqualTo(Objects.requireNonNull(decided.terms()).totalPayablePaise());
    }

    @ParameterizedTest
    @CsvSource({"''", "/kfs", "/schedule"})
    void somebody_elses_loan_is_as_unknown_as_one_that_never_was(String what) {
        LoanDecided decided = decide(50_000_00);
        String path = "/internal/borrowers/{b}/loans/{l}" + what;

        assertProblem(get(path, UUID.randomUUID(), decided.loanId()), 404, "not-found");
        assertProblem(get(path, decided.borrowerId(), UUID.randomUUID()), 404, "not-found");
        assertProblem(get(path, decided.borrowerId(), "not-an-id"), 400, "invalid-parameter");
    }

    @Test
    void a_declined_loan_is_shown_with_its_reasons_and_has_no_statement() {
        UUID borrower = UUID.randomUUID();
        engine.report(borrower, Map.of("score", 400L, "monthlyIncomePaise", 50_00_000_00L));
        LoanDecided decided = decide(engine.application(borrower, 50_000_00, 12));

        JsonNode loan = body(get("/internal/borrowers/{b}/loans/{l}", borrower, decided.loanId()));

        assertThat(loan.get("status").asString()).isEqualTo("DECLINED");
        assertThat(loan.get("reasons").get(0).asString()).isEqualTo("SCORE_BELOW_CUT_OFF");
        assertThat(loan.get("emiPaise").isNull()).isTrue();
        assertProblem(get("/internal/borrowers/{b}/loans/{l}/kfs", borrower, decided.loanId()), 404, "not-found");
        assertProblem(get("/internal/borrowers/{b}/loans/{l}/schedule", borrower, decided.loanId()), 404, "not-found");
    }

    @Test
    void pages_give_every_loan_once_newest_first() {
        UUID borrower = UUID.randomUUID();
        engine.report(borrower, Map.of("score", 820L, "monthlyIncomePaise", 50_00_000_00L));
        ApplyForLoan first = engine.application(borrower, 10_000_00, 12);
        // Three share a moment, so that a page can end between them.
        List<ApplyForLoan> applications = Stream.concat(
                        Stream.generate(() -> new ApplyForLoan(
                                        UUID.randomUUID(),
                                        first.occurredAt(),
                                        UUID.randomUUID(),
                                        borrower,
                                        true,
                                        10_000_00,
                                        12,
                                        "Tractor"))
                                .limit(3),
                        Stream.generate(() -> engine.application(borrower, 10_000_00, 12))
                                .limit(4))
                .toList();
        engine.send(applications);
        applications.forEach(HttpIT::awaitDecision);

        List<JsonNode> listed = new ArrayList<>();
        String next = null;
        do {
            JsonNode page = page(borrower, next);
            assertThat(page.get("items").size()).isBetween(1, 2);
            page.get("items").forEach(listed::add);
            next = page.get("next").isNull() ? null : page.get("next").asString();
        } while (next != null);

        assertThat(listed)
                .extracting(loan -> loan.get("id").asString())
                .containsExactlyInAnyOrderElementsOf(applications.stream()
                        .map(application -> application.loanId().toString())
                        .toList());
        assertThat(listed)
                .extracting(loan -> Instant.parse(loan.get("receivedAt").asString()))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void a_borrower_without_loans_has_an_empty_page() {
        JsonNode page = page(UUID.randomUUID(), null);

        assertThat(page.get("items")).isEmpty();
        assertThat(page.get("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "after=x, invalid-cursor",
        "after=AAAA, invalid-cursor",
        "limit=0, invalid-parameter",
        "limit=101, invalid-parameter",
        "limit=-1, invalid-parameter",
        "limit=two, invalid-parameter",
        "limit=99999999999, invalid-parameter"
    })
    void a_page_that_cannot_be_is_refused_with_a_code(String query, String code) {
        assertProblem(get("/internal/borrowers/{b}/loans?" + query, UUID.randomUUID()), 400, code);
    }

    @Test
    void nobody_without_the_token_gets_in() {
        WebTestClient.RequestHeadersSpec<?> request =
                engine.anonymousHttp().get().uri("/internal/borrowers/{b}/loans", UUID.randomUUID());

        assertProblem(request.exchange(), 401, "invalid-token");
    }

    @Test
    void it_says_that_it_is_ready_and_alive() {
        for (String probe : List.of("readiness", "liveness")) {
            WebTestClient.ResponseSpec answer =
                    engine.operations().get().uri("/actuator/health/" + probe).exchange();

            assertThat(body(answer.expectStatus().isOk()).get("status").asString())
                    .isEqualTo("UP");
        }
    }

    @Test
    void what_it_decided_and_asked_is_measured() {
        decide(50_000_00);

        String metrics =
                text(engine.operations().get().uri("/actuator/prometheus").exchange());

        assertThat(metrics).contains("byajbook_remote_breaker_open{", "byajbook_consumer_messages_total{");
    }

    private static LoanDecided decide(long amountPaise) {
        UUID borrower = UUID.randomUUID();
        engine.report(borrower, Map.of("score", 820L, "monthlyIncomePaise", 50_00_000_00L));
        return decide(engine.application(borrower, amountPaise, 12));
    }

    private static LoanDecided decide(ApplyForLoan application) {
        engine.send(List.of(application));
        return awaitDecision(application);
    }

    private static LoanDecided awaitDecision(ApplyForLoan application) {
        return await().atMost(PATIENCE)
                .until(() -> engine.heardOf(application.loanId()), events -> !events.isEmpty())
                .get(0);
    }

    private static JsonNode page(UUID borrower, @Nullable String after) {
        String cursor = after == null ? "" : "&after=" + after;
        return body(get("/internal/borrowers/{b}/loans?limit=2" + cursor, borrower)
                .expectStatus()
                .isOk());
    }

    private static WebTestClient.ResponseSpec quote(String body) {
        return engine.http()
                .post()
                .uri("/internal/quotes")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static WebTestClient.ResponseSpec get(String path, Object... variables) {
        return engine.http().get().uri(path, variables).exchange();
    }

    private static void assertProblem(WebTestClient.ResponseSpec answer, int status, String code) {
        JsonNode problem = body(answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
        assertThat(problem.get("code").asString()).isEqualTo(code);
    }

    private static JsonNode body(WebTestClient.ResponseSpec answer) {
        return JSON.readTree(text(answer));
    }

    private static String text(WebTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(
                answer.expectBody(String.class).returnResult().getResponseBody());
    }
}
