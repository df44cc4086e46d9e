package com.byajbook.loanengine.running;

import static com.byajbook.loanengine.running.Conversation.assertProblem;
import static com.byajbook.loanengine.running.Conversation.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.platform.message.CommitFunds;
import com.byajbook.platform.message.CommitmentChanged;
import com.byajbook.platform.message.LoanDecided;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class MarketPagesIT {

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

    @Test
    void listings_say_everything_but_whose_they_are() {
        LoanDecided offer = market.list(20 * THOUSAND);
        market.engine.send(List.of(market.commit(UUID.randomUUID(), offer.loanId(), 5 * THOUSAND)));
        market.awaitCommitments(offer.loanId(), CommitmentChanged.Status.HELD, 1);

        String shown = Conversation.text(market.talk.get("/internal/marketplace/loans?limit=1"));
        JsonNode listing = Conversation.parse(shown).get("items").get(0);

        assertThat(shown).doesNotContain(offer.borrowerId().toString());
        assertThat(listing.get("loanId").asString()).isEqualTo(offer.loanId().toString());
        assertThat(listing.get("amountPaise").asLong()).isEqualTo(20 * THOUSAND);
        assertThat(listing.get("leftPaise").asLong()).isEqualTo(15 * THOUSAND);
        assertThat(listing.get("annualRatePct").asString()).isEqualTo("12.00");
        assertThat(listing.get("band").asString()).isEqualTo("A");
        assertThat(listing.get("tenureMonths").asInt()).isEqualTo(12);
    }

    @Test
    void pages_of_the_market_give_every_listing_once() {
        List<String> loans = Stream.generate(
                        () -> market.list(20 * THOUSAND).loanId().toString())
                .limit(3)
                .toList();

        assertThat(pages("/internal/marketplace/loans", "loanId"))
                .doesNotHaveDuplicates()
                .containsAll(loans);
    }

    @Test
    void a_lender_sees_commitments_of_their_own_alone() {
        UUID lender = UUID.randomUUID();
        UUID loan = market.list(20 * THOUSAND).loanId();
        List<CommitFunds> wishes = Stream.generate(() -> market.commit(lender, loan, 2 * THOUSAND))
                .limit(3)
                .toList();
        market.engine.send(wishes);
        market.awaitCommitments(loan, CommitmentChanged.Status.HELD, 3);
        String path = "/internal/lenders/{l}/commitments/{c}";
        UUID first = wishes.get(0).commitmentId();

        assertThat(pages("/internal/lenders/" + lender + "/commitments", "id"))
                .containsExactlyInAnyOrderElementsOf(wishes.stream()
                        .map(wish -> wish.commitmentId().toString())
                        .toList());
        JsonNode shown = market.commitment(wishes.get(0));
        assertThat(shown.get("status").asString()).isEqualTo("HELD");
        assertThat(shown.get("version").asInt()).isEqualTo(2);
        assertThat(shown.get("reason").isNull()).isTrue();
        assertProblem(market.talk.get(path, UUID.randomUUID(), first), 404, "not-found");
        assertProblem(market.talk.get(path, lender, UUID.randomUUID()), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({"after=AAAA, invalid-cursor", "limit=0, invalid-parameter", "limit=101, invalid-parameter"})
    void a_page_that_cannot_be_is_refused_with_a_code(String query, String code) {
        assertProblem(market.talk.get("/internal/marketplace/loans?" + query), 400, code);
        assertProblem(market.talk.get("/internal/lenders/{l}/commitments?" + query, UUID.randomUUID()), 400, code);
    }

    private static List<String> pages(String path, String id) {
        List<String> listed = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonNode page = body(
                    market.talk.get(path + "?limit=2" + after).expectStatus().isOk());
            page.get("items").forEach(item -> listed.add(item.get(id).asString()));
            after = page.get("next").isNull()
                    ? null
                    : "&after=" + page.get("next").asString();
        }
        return listed;
    }
}
