package com.byajbook.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.api.testing.Answer;
import com.byajbook.api.testing.ApiInstance;
import com.byajbook.api.testing.Client;
import com.byajbook.api.testing.RawHttp;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in, it is a problem with a stable code: never a 500, never a stack trace, never an effect. */
class BadInputIT {

    private static final int LIMIT = 256 * 1024;
    private static final String JSON_HEADERS = "Content-Type: application/json\r\nIdempotency-Key: k\r\n";

    private final ApiInstance api = ApiInstance.shared();
    private final Client borrower = api.borrower();

    static Stream<Arguments> badBodies() {
        String good = Client.LOAN;
        return Stream.of(
                Arguments.of("nothing", ""),
                Arguments.of("white space", "  \n "),
                Arguments.of("null", "null"),
                Arguments.of("an array", "[]"),
                Arguments.of("an array around it", "[" + good + "]"),
                Arguments.of("an empty object", "{}"),
                Arguments.of("a text", "\"loan\""),
                Arguments.of("a number", "7"),
                Arguments.of("truncated", good.substring(0, good.length() - 5)),
                Arguments.of("a trailing object", good + "{}"),
                Arguments.of("a trailing word", good + " x"),
                Arguments.of("a trailing brace", good + "}"),
                Arguments.of("an unknown key", good.replace("{", "{\"rate\":1,")),
                Arguments.of("a duplicate key", good.replace("{", "{\"amountPaise\":2000000,")),
                Arguments.of("depth 10,000", "[".repeat(10_000) + "]".repeat(10_000)),
                Arguments.of("depth 10,000 in a field", amount("[".repeat(10_000) + "]".repeat(10_000))),
                Arguments.of("1e2000000000", amount("1e2000000000")),
                Arguments.of("1e3", amount("1e3")),
                Arguments.of("1.5", amount("1.5")),
                Arguments.of("1.0", amount("1.0")),
                Arguments.of("a number as text", amount("\"100\"")),
                Arguments.of("1,00", amount("\"1,00\"")),
                Arguments.of("an amount with a comma", amount("1,00")),
                Arguments.of("negative", amount("-1")),
                Arguments.of("zero", amount("0")),
                Arguments.of("minus zero", amount("-0")),
                Arguments.of("max+1", amount("100000001")),
                Arguments.of("beyond long", amount("9223372036854775808")),
                Arguments.of("10,000 digits", amount("1".repeat(10_000))),
                Arguments.of("a leading zero", amount("0100")),
                Arguments.of("NaN", amount("NaN")),
                Arguments.of("true", amount("true")),
                Arguments.of("a null amount", amount("null")),
                Arguments.of("an object", amount("{}")),
                Arguments.of("tenure zero", good.replace("24", "0")),
                Arguments.of("tenure max+1", good.replace("24", "37")),
                Arguments.of("tenure beyond int", good.replace("24", "4294967320")),
                Arguments.of("a missing field", "{\"amountPaise\":2000000,\"tenureMonths\":24}"),
                Arguments.of("a null purpose", purpose("null")),
                Arguments.of("a number as purpose", purpose("5")),
                Arguments.of("an empty purpose", purpose("\"\"")),
                Arguments.of("a blank purpose", purpose("\"   \"")),
                Arguments.of("an overlong purpose", purpose("\"" + "x".repeat(201) + "\"")),
                Arguments.of("a very overlong purpose", purpose("\"" + "x".repeat(200_000) + "\"")),
                Arguments.of("NUL", purpose("\"a\\u0000b\"")),
                Arguments.of("a control character", purpose("\"a\\u0007b\"")),
                Arguments.of("a raw control character", purpose("\"a\u0001b\"")),
                Arguments.of("a lone high surrogate", purpose("\"a\\ud83db\"")),
                Arguments.of("a lone low surrogate", purpose("\"a\\ude00b\"")),
                Arguments.of("a high surrogate at the end", purpose("\"a\\ud83d\"")),
                Arguments.of("surrogates the wrong way round", purpose("\"\\ude00\\ud83d\"")),
                Arguments.of("a comment", "/* x */" + good),
                Arguments.of("single quotes", good.replace('"', '\'')));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badBodies")
    void refuses_a_bad_body(String name, String body) {
        assertProblem(borrower.post("/v1/loans", "k", body), 400, "malformed-json", "invalid-field");
        assertThat(api.count("select count(*) from intake where actor = $1", borrower.user()))
                .as(name)
                .isZero();
    }

    @Test
    void refuses_bytes_that_are_not_utf_8() {
        byte[][] broken = {
            {(byte) 0xff}, {(byte) 0xc3}, {(byte) 0xc0, (byte) 0x80}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}
        };
        for (byte[] bytes : broken) {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            byte[] body = purpose("\"a" + text + "b\"").getBytes(StandardCharsets.ISO_8859_1);

            assertRawProblem(RawHttp.post(borrower, "/v1/loans", JSON_HEADERS, body), 400, "malformed-json");
        }
    }

    @Test
    void refuses_json_in_another_encoding() {
        byte[] body = Client.LOAN.getBytes(StandardCharsets.UTF_16);

        assertRawProblem(RawHttp.post(borrower, "/v1/loans", JSON_HEADERS, body), 400, "malformed-json");
    }

    @Test
    void takes_whole_surrogate_pairs_and_escaped_backslashes() {
        Answer answer = borrower.post("/v1/loans", "k", purpose("\"\\ud83d\\ude00 \\\\u0000 ₹\""));
        assertThat(answer.status()).isEqualTo(202);

        Answer loan = borrower.get("/v1/loans/" + answer.text("id"));
        assertThat(loan.text("purpose")).isEqualTo("\ud83d\ude00 \\u0000 ₹");
    }

    @Test
    void reads_a_body_of_256_KB_and_refuses_one_byte_more() {
        assertThat(borrower.post("/v1/loans", "k", padded(LIMIT)).status()).isEqualTo(202);
        assertProblem(borrower.post("/v1/loans", "k2", padded(LIMIT + 1)), 413, "body-too-large");
    }

    @Test
    void refuses_a_chunked_body_that_is_too_large() {
        byte[] body = padded(LIMIT + 1).getBytes(StandardCharsets.UTF_8);
        Answer answer = Client.send(borrower.request("/v1/loans")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

        assertProblem(answer, 413, "body-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "nonsense"
            })
    void refuses_another_media_type(String type) {
        Answer answer = Client.send(borrower.request("/v1/loans")
                .header("Content-Type", type)
                .header("Idempotency-Key", "k")
                .POST(BodyPublishers.ofString(Client.LOAN)));

        assertProblem(answer, 415, "unsupported-media-type");
    }

    @Test
    void refuses_a_body_without_a_media_type() {
        Answer answer = Client.send(borrower.request("/v1/loans")
                .header("Idempotency-Key", "k")
                .POST(BodyPublishers.ofString(Client.LOAN)));

        assertProblem(answer, 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource({"DELETE,/v1/loans", "PUT,/v1/payments", "PATCH,/v1/me", "POST,/v1/me", "DELETE,/v1/events"})
    void refuses_another_method(String method, String path) {
        Answer answer = Client.send(borrower.request(path).method(method, BodyPublishers.noBody()));

        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.header("Allow")).isPresent();
    }

    @Test
    void an_unknown_address_is_not_found() {
        assertProblem(borrower.get("/v1/nothing"), 404, "not-found");
        assertProblem(borrower.get("/v1/loans/a/b/c"), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1-1-1-1-1",
                "nil",
                "00000000-0000-0000-0000-00000000000",
                "00000000-0000-0000-0000-0000000000000",
                "g0000000-0000-0000-0000-000000000000",
                "%00",
                "%F0%9F%98%80",
                "..%2f"
            })
    void refuses_a_malformed_id(String id) {
        assertProblem(borrower.get("/v1/payments/" + id), 400, "invalid-parameter", "bad-request");
        assertProblem(borrower.get("/v1/loans/" + id + "/kfs"), 400, "invalid-parameter", "bad-request");
        assertProblem(
                borrower.post("/v1/payments", "k", payment("\"1-1-1-1-1\"", "100", "\"UPI\"")), 400, "invalid-field");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cursor=%20", "cursor=", "cursor=a.b", "cursor=%00", "cursor=%F0%9F%98%80"})
    void refuses_a_malformed_cursor(String query) {
        assertProblem(borrower.get("/v1/loans?" + query), 400, "invalid-cursor", "bad-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=-1", "limit=101", "limit=x", "limit=1.5", "limit=99999999999"})
    void refuses_a_malformed_limit(String query) {
        assertProblem(borrower.get("/v1/loans?" + query), 400, "invalid-parameter");
    }

    @Test
    void asks_for_an_idempotency_key() {
        assertProblem(Client.send(borrower.json("/v1/loans", Client.LOAN)), 400, "missing-idempotency-key");
        assertProblem(
                Client.send(borrower.json("/v1/payments", payment("\"" + UUID.randomUUID() + "\"", "1", "\"UPI\""))),
                400,
                "missing-idempotency-key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\tb", "cl\u00e9"})
    void refuses_a_bad_idempotency_key(String key) {
        String headers = "Content-Type: application/json\r\nIdempotency-Key: " + key + "\r\n";
        byte[] body = Client.LOAN.getBytes(StandardCharsets.UTF_8);

        assertRawProblem(RawHttp.post(borrower, "/v1/loans", headers, body), 400, "invalid-idempotency-key");
    }

    @Test
    void takes_a_key_of_255_characters_and_refuses_256() {
        assertThat(borrower.apply("~".repeat(255)).status()).isEqualTo(202);
        assertProblem(borrower.apply("~".repeat(256)), 400, "invalid-idempotency-key");
        Answer two = Client.send(borrower.json("/v1/loans", Client.LOAN)
                .header("Idempotency-Key", "a")
                .header("Idempotency-Key", "b"));
        assertProblem(two, 400, "invalid-idempotency-key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "1.5", "1e3", "300001", "99999999999999999999", ""})
    void refuses_a_deadline_that_means_nothing(String millis) {
        Answer answer = Client.send(borrower.json("/v1/loans", Client.LOAN)
                .header("Idempotency-Key", "k")
                .header("Request-Timeout-Ms", millis));

        assertProblem(answer, 400, "invalid-parameter");
    }

    @Test
    void refuses_bad_payments() {
        String loan = "\"" + UUID.randomUUID() + "\"";
        for (String body : new String[] {
            payment(loan, "0", "\"UPI\""), payment(loan, "-1", "\"UPI\""), payment(loan, "1.5", "\"UPI\""),
            payment(loan, "100000001", "\"UPI\""), payment(loan, "1", "\"CASH\""), payment(loan, "1", "null"),
            payment("null", "1", "\"UPI\""), payment("7", "1", "\"UPI\""), "{}"
        }) {
            assertProblem(borrower.post("/v1/payments", "k", body), 400, "invalid-field", "malformed-json");
        }
    }

    @Test
    void refuses_bad_quotes_and_preferences() {
        assertProblem(
                Client.send(borrower.json("/v1/quotes", "{\"amountPaise\":0,\"tenureMonths\":24}")),
                400,
                "invalid-field");
        assertProblem(Client.send(borrower.json("/v1/quotes", "{\"amountPaise\":1}")), 400, "invalid-field");
        for (String body : new String[] {
            "{}",
            "{\"language\":\"fr\",\"channels\":[\"SMS\"]}",
            "{\"language\":\"en\",\"channels\":[]}",
            "{\"language\":\"en\",\"channels\":[\"SMS\",\"SMS\"]}",
            "{\"language\":\"en\",\"channels\":[null]}",
            "{\"language\":\"en\",\"channels\":\"SMS\"}",
            "{\"language\":\"en\",\"channels\":[\"FAX\"]}"
        }) {
            Answer answer = Client.send(borrower.request("/v1/me/notification-preferences")
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString(body)));
            assertProblem(answer, 400, "invalid-field", "malformed-json");
        }
    }

    @Test
    void a_request_that_is_not_http_is_refused() {
        assertThat(RawHttp.exchange(api.port(), "NONSENSE\r\n\r\n".getBytes(StandardCharsets.US_ASCII)))
                .startsWith("HTTP/1.1 400");
        String hugeHeader = "GET /v1/me HTTP/1.1\r\nHost: x\r\nX-Big: " + "x".repeat(20_000) + "\r\n\r\n";
        assertThat(RawHttp.exchange(api.port(), hugeHeader.getBytes(StandardCharsets.US_ASCII)))
                .matches("(?s)HTTP/1.1 4(13|31).*");
    }

    private static String amount(String value) {
        return Client.LOAN.replace("2000000", value);
    }

    private static String purpose(String value) {
        return Client.LOAN.replace("\"Sewing machine\"", value);
    }

    private static String payment(String loan, String amount, String method) {
        return "{\"loanId\":" + loan + ",\"amountPaise\":" + amount + ",\"method\":" + method + "}";
    }

    private static String padded(int bytes) {
        return Client.LOAN + " ".repeat(bytes - Client.LOAN.length());
    }

    private static void assertProblem(Answer answer, int status, String... codes) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.code()).isIn((Object[]) codes);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.text("correlationId")).isNotEmpty();
        assertThat(answer.body()).doesNotContain("Exception", "\\tat ", "com.byajbook", "springframework");
    }

    private static void assertRawProblem(String answer, int status, String code) {
        assertThat(answer).startsWith("HTTP/1.1 " + status).contains("\"code\":\"" + code + "\"");
        assertThat(answer).doesNotContain("Exception", "com.byajbook");
    }
}
