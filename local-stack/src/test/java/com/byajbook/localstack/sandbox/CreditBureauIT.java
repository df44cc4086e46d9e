package com.byajbook.localstack.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class CreditBureauIT {
    private static Sandbox sandbox;
    private static SandboxClient client;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(0);
        client = new SandboxClient(sandbox.baseUrl());
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void tells_the_same_about_the_same_borrower_whatever_the_request() {
        UUID borrower = UUID.randomUUID();

        String requestId = "r-1-" + borrower;
        JsonNode first = report(requestId, borrower);
        JsonNode second = report("r-2-" + borrower, borrower);

        assertThat(first.path("requestId").stringValue()).isEqualTo(requestId);
        assertThat(first.path("borrowerId").stringValue()).isEqualTo(borrower.toString());
        for (String fact :
                new String[] {"score", "monthlyIncomePaise", "monthlyObligationsPaise", "p2pOutstandingPaise"}) {
            assertThat(first.path(fact).isIntegralNumber()).as(fact).isTrue();
            assertThat(second.path(fact)).as(fact).isEqualTo(first.path(fact));
        }
    }

    @Test
    void finds_most_borrowers_good_and_some_not() {
        long good = IntStream.range(0, 300)
                .mapToObj(i -> new UUID(7, i))
                .filter(borrower ->
                        report("many-" + borrower, borrower).path("score").intValue() >= 700)
                .count();

        assertThat(good).isBetween(240L, 295L);
    }

    @Test
    void reports_what_a_test_has_set_and_leaves_the_rest() {
        UUID borrower = UUID.randomUUID();
        JsonNode before = report("before", borrower);

        assertThat(client.put("/control/bureau/borrowers/" + borrower, "{\"score\": 512}")
                        .status())
                .isEqualTo(200);

        JsonNode after = report("after", borrower);
        assertThat(after.path("score").intValue()).isEqualTo(512);
        assertThat(after.path("monthlyIncomePaise")).isEqualTo(before.path("monthlyIncomePaise"));
    }

    @Test
    void counts_distinct_requests_apart_from_repeated_ones() {
        long distinct = client.counters("bureau").path("distinctRequestIds").longValue();
        long repeated = client.counters("bureau").path("repeatedRequests").longValue();
        UUID borrower = UUID.randomUUID();

        report("counted-" + borrower, borrower);
        report("counted-" + borrower, borrower);

        assertThat(client.counters("bureau").path("distinctRequestIds").longValue())
                .isEqualTo(distinct + 1);
        assertThat(client.counters("bureau").path("repeatedRequests").longValue())
                .isEqualTo(repeated + 1);
    }

    private static JsonNode report(String requestId, UUID borrower) {
        SandboxClient.Answer answer = client.post(
                "/bureau/v1/reports", "{\"requestId\":\"%s\",\"borrowerId\":\"%s\"}".formatted(requestId, borrower));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
