package com.byajbook.loanengine.running;

import static com.byajbook.loanengine.running.Conversation.assertProblem;
import static com.byajbook.loanengine.running.Conversation.body;
import static com.byajbook.loanengine.running.Conversation.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.platform.message.LoanDecided;
import com.byajbook.platform.message.LoanDecided.Terms;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

class LoansIT {

    private static RunningEngine engine;
    private static Conversation talk;

    @BeforeAll
    static void start() {
        engine = RunningEngine.start(Map.of());
        talk = new Conversation(engine);
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void a_loan_is_shown_to_its_borrower_as_it_was_announced() {
        LoanDecided decided = talk.decide(50_000_00);
        Terms terms = Objects.requireNonNull(decided.terms());

        JsonNode loan = body(talk.get("/internal/borrowers/{b}/loans/{l}", decided.borrowerId(), decided.loanId())
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
        LoanDecided decided = talk.decide(50_000_00);
        String hash = Objects.requireNonNull(decided.terms()).kfsHash();

        String shown = text(talk.get("/internal/borrowers/{b}/loans/{l}/kfs", decided.borrowerId(), decided.loanId())
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_JSON));

        assertThat(Conversation.parse(shown).get("kfsHash").asString()).isEqualTo(hash);
        assertThat(Conversation.parse(shown).get("illustration")).hasSize(12);
        String hashed = shown.replace(",\"kfsHash\":\"" + hash + "\"}", "}");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(hashed.getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(hash);
    }

    @Test
    void the_schedule_adds_up_to_what_is_payable() {
        LoanDecided decided = talk.decide(50_000_00);

        JsonNode schedule =
                body(talk.get("/internal/borrowers/{b}/loans/{l}/schedule", decided.borrowerId(), decided.loanId())
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
        LoanDecided decided = talk.decide(50_000_00);
        String path = "/internal/borrowers/{b}/loans/{l}" + what;

        assertProblem(talk.get(path, UUID.randomUUID(), decided.loanId()), 404, "not-found");
        assertProblem(talk.get(path, decided.borrowerId(), UUID.randomUUID()), 404, "not-found");
        assertProblem(talk.get(path, decided.borrowerId(), "not-an-id"), 400, "invalid-parameter");
    }

    @Test
    void a_declined_loan_is_shown_with_its_reasons_and_has_no_statement() {
        UUID borrower = UUID.randomUUID();
        engine.report(borrower, Map.of("score", 400L, "monthlyIncomePaise", 50_00_000_00L));
        LoanDecided decided = talk.decide(engine.application(borrower, 50_000_00, 12));

        JsonNode loan = body(talk.get("/internal/borrowers/{b}/loans/{l}", borrower, decided.loanId()));

        assertThat(loan.get("status").asString()).isEqualTo("DECLINED");
        assertThat(loan.get("reasons").get(0).asString()).isEqualTo("SCORE_BELOW_CUT_OFF");
        assertThat(loan.get("emiPaise").isNull()).isTrue();
        assertProblem(talk.get("/internal/borrowers/{b}/loans/{l}/kfs", borrower, decided.loanId()), 404, "not-found");
        assertProblem(
                talk.get("/internal/borrowers/{b}/loans/{l}/schedule", borrower, decided.loanId()), 404, "not-found");
    }
}
