package com.byajbook.localstack.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.localstack.sandbox.SandboxClient.Answer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BadInputIT {
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            POST | /bureau/v1/reports                | {                                                       | 400 | JSON
            POST | /bureau/v1/reports                | null                                                    | 400 | null
            POST | /bureau/v1/reports                | []                                                      | 400 | shape
            POST | /bureau/v1/reports                | {"requestId":"r"}                                       | 400 | borrowerId
            POST | /bureau/v1/reports                | {"requestId":"r","borrowerId":"nobody"}                 | 400 | borrowerId
            POST | /bureau/v1/reports                | {"requestId":"r","borrower":"x"}                        | 400 | borrower
            POST | /bureau/v1/reports                | {"requestId":"r","requestId":"r"}                       | 400 | JSON
            POST | /bureau/v1/reports                | {"requestId":"r"} {}                                    | 400 | shape
            POST | /upi/v1/collect                   | {"merchantTxnId":"t","amountPaise":1.5}                 | 400 | amountPaise
            POST | /upi/v1/collect                   | {"merchantTxnId":"t","amountPaise":"100"}               | 400 | amountPaise
            POST | /upi/v1/collect                   | {"merchantTxnId":"t","amountPaise":0}                   | 400 | amountPaise
            POST | /upi/v1/collect                   | {"merchantTxnId":"t","amountPaise":1e2000000000}        | 400 | amountPaise
            POST | /upi/v1/collect                   | {"merchantTxnId":"t","amountPaise":1,"callbackUrl":"x"} | 400 | callbackUrl
            POST | /upi/v1/pay                       | {"merchantTxnId":"t","amountPaise":1}                   | 400 | payee
            POST | /upi/v1/pay                       | {"merchantTxnId":"t","amountPaise":1,"payee":""}        | 400 | payee
            POST | /upi/v1/pay                       | {"merchantTxnId":"t","amountPaise":1,"payee":"a b"}     | 400 | payee
            POST | /upi/v1/pay                       | {"merchantTxnId":"t","amountPaise":0,"payee":"a@b"}     | 400 | amountPaise
            POST | /upi/v1/pay                       | {"payee":"a@b","amountPaise":1}                         | 400 | merchantTxnId
            POST | /upi/v1/collect                   | {"merchantTxnId":"t","amountPaise":1,"payee":"a@b"}     | 400 | payee
            POST | /messages/v1/sms                  | {"messageId":"m","to":"98","text":"Hi"}                 | 400 | to
            PUT  | /control/partners/sms             | {"errorRate":2}                                         | 400 | errorRate
            PUT  | /control/partners/sms             | {"latencyMs":-1}                                        | 400 | latencyMs
            PUT  | /control/partners/sms             | {"outage":"MAYBE"}                                      | 400 | outage
            PUT  | /control/partners/post            | {}                                                      | 404 | post
            PUT  | /control/upi/behaviour            | {"outcome":"GOOD"}                                      | 400 | outcome
            PUT  | /control/upi/behaviour            | {"forNext":1,"forTxn":"t"}                              | 400 | forNext
            PUT  | /control/upi/behaviour            | {"forAmountPaise":0}                                    | 400 | forAmountPaise
            PUT  | /control/upi/settlement           | {"omit":["a b"]}                                        | 400 | omit
            PUT  | /control/upi/settlement           | {"omit":[null]}                                         | 400 | omit
            PUT  | /control/upi/settlement           | {"amounts":{"t":0}}                                     | 400 | amounts.t
            PUT  | /control/upi/settlement           | {"amounts":{"t":null}}                                  | 400 | amounts.t
            PUT  | /control/upi/settlement           | {"amounts":{"t":1.5}}                                   | 400 | t
            PUT  | /control/upi/settlement           | {"amounts":{"a,b":1}}                                   | 400 | amounts
            PUT  | /control/upi/settlement           | {"extra":[null]}                                        | 400 | extra
            PUT  | /control/upi/settlement           | {"extra":[{"merchantTxnId":"t","direction":"UP"}]}      | 400 | direction
            PUT  | /control/upi/settlement           | {"extra":[{"merchantTxnId":"t"}]}                       | 400 | direction
            PUT  | /control/upi/settlement           | {"remove":[]}                                           | 400 | remove
            GET  | /upi/v1/settlements/2025-02-30    | ~~                                                      | 400 | yyyy-MM-dd
            GET  | /upi/v1/settlements/2025-2-3      | ~~                                                      | 400 | yyyy-MM-dd
            GET  | /upi/v1/settlements/2025-02-031   | ~~                                                      | 400 | yyyy-MM-dd
            GET  | /upi-b/v1/settlements/today       | ~~                                                      | 400 | yyyy-MM-dd
            PUT  | /control/bureau/borrowers/x       | {"score":700}                                           | 400 | borrowerId
            PUT  | /control/sms/recipients/9800000001| {}                                                      | 400 | reachable
            POST | /nowhere                          | {}                                                      | 404 | /nowhere
            POST | /inbox                            | {}                                                      | 405 | GET
            """)
    void is_told_clearly(String method, String path, String body, int status, String mentions) {
        Answer answer = client.send(method, path, body, "*/*");

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/json");
        assertThat(answer.json().path("detail").stringValue())
                .contains(mentions)
                .doesNotContain("Exception", "com.byajbook");
    }

    @Test
    void of_a_payee_that_is_too_long_is_refused() {
        String body =
                "{\"merchantTxnId\":\"%s\",\"amountPaise\":1,\"callbackUrl\":\"http://127.0.0.1:9/\",\"payee\":\"%s\"}";

        assertThat(client.post("/upi/v1/pay", body.formatted("fits", "p".repeat(100)))
                        .status())
                .isEqualTo(202);
        assertThat(client.post("/upi/v1/pay", body.formatted("does-not", "p".repeat(101)))
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            omit    | [%s] | "t%d"
            amounts | {%s} | "t%d":1
            extra   | [%s] | {"merchantTxnId":"t%d","direction":"PAY","amountPaise":1,"utr":"1"}
            """)
    void of_more_distortions_than_a_thousand_is_refused(String field, String list, String entry) {
        assertThat(distorting(field, list, entry, 200).status()).isEqualTo(200);

        Answer refused = distorting(field, list, "extra".equals(field) ? "{}" : entry, 1_001);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("detail").stringValue()).contains(field, "1000");
    }

    private static Answer distorting(String field, String list, String entry, int times) {
        String entries = IntStream.range(0, times).mapToObj(entry::formatted).collect(Collectors.joining(","));
        return client.put("/control/upi-b/settlement", "{\"%s\":%s}".formatted(field, list.formatted(entries)));
    }

    @Test
    void of_too_many_bytes_is_refused_unread() {
        assertThat(client.post("/messages/v1/sms", "x".repeat(65 * 1024)).status())
                .isEqualTo(413);
    }

    @Test
    void in_the_query_is_refused_too() {
        assertThat(client.get("/inbox?limit=0").status()).isEqualTo(400);
        assertThat(client.get("/inbox?limit=many").status()).isEqualTo(400);
    }

    @Test
    void leaves_a_list_of_what_is_right() {
        assertThat(client.get("/").body()).contains("/upi/v1/collect", "/control/partners", "/inbox");
        assertThat(client.browse("/").body()).contains("<a href=\"/inbox\">");
        assertThat(client.get("/health").json().path("status").stringValue()).isEqualTo("UP");
    }
}
