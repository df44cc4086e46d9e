package com.byajbook.loanengine.running;

import static com.byajbook.loanengine.running.Conversation.assertProblem;
import static com.byajbook.loanengine.running.Conversation.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.platform.message.ApplyForLoan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PagesIT {

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
        applications.forEach(talk::awaitDecision);

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
        assertProblem(talk.get("/internal/borrowers/{b}/loans?" + query, UUID.randomUUID()), 400, code);
    }

    private static JsonNode page(UUID borrower, @Nullable String after) {
        String cursor = after == null ? "" : "&after=" + after;
        return body(talk.get("/internal/borrowers/{b}/loans?limit=2" + cursor, borrower)
                .expectStatus()
                .isOk());
    }
}
