package com.byajbook.api.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.api.security.Role;
import com.byajbook.api.testing.Answer;
import com.byajbook.api.testing.ApiInstance;
import com.byajbook.api.testing.Client;
import com.byajbook.localstack.fault.TcpProxy;
import com.byajbook.platform.pipe.StageKind;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The ops surface of a real api, beside which a second one plays another service and a third is a replica of the first. */
class OpsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String LIMIT = "/ops/limits/api/" + Knob.LIMIT;
    private static final String THERE = "/ops/limits/notifications/" + Knob.LIMIT;
    private static final Knob KNOB = new Knob();

    private static ApiInstance other;
    private static TcpProxy road;
    private static ApiInstance api;
    private static ApiInstance replica;
    private static Client operator;

    @BeforeAll
    static void start() {
        other = new Knob().startInside();
        road = TcpProxy.to("127.0.0.1", other.port());
        api = KNOB.start(Map.of(
                "byajbook.ops.services.notifications",
                "http://127.0.0.1:" + road.port(),
                "byajbook.ops.max-viewers",
                "2"));
        replica = new Knob().start(Map.of("byajbook.postgres.database", api.setting("byajbook.postgres.database")));
        operator = api.operator(Role.OPS);
        await().atMost(PATIENCE)
                .until(() -> part(operator.get("/ops/pipe").json(), "api")
                                .path("replicas")
                                .size()
                        == 2);
    }

    @AfterAll
    static void stop() {
        replica.close();
        api.close();
        road.close();
        other.close();
    }

    @Test
    void asks_for_a_token_of_the_role_ops() {
        for (String path : List.of(
                "/ops/pipe",
                "/ops/pipe/stream",
                "/ops/limits",
                LIMIT,
                "/ops/decisions/api/x",
                "/ops/invariants",
                "/ops/settlements",
                "/ops/settlements/upi/2026-10-20")) {
            assertThat(anonymous(path).status()).as(path).isEqualTo(401);
            assertThat(api.operator(Role.BORROWER).get(path).status()).as(path).isEqualTo(403);
            assertThat(api.operator(Role.LENDER).get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(put(api.operator(Role.BORROWER), LIMIT, order(5, 0)).status())
                .isEqualTo(403);
        assertThat(Knob.value(api)).isNotEqualTo(5);
    }

    @Test
    void is_not_to_be_had_on_the_public_port() {
        Client outside = new Client(api.port(), operator.user(), operator.token());

        for (String path : List.of("/ops/", "/ops/console/main.js", "/ops/pipe", "/ops/limits", LIMIT)) {
            assertThat(outside.get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void serves_the_console_without_a_token_and_from_nowhere_else() {
        Answer page = anonymous("/ops/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(page.body()).contains("console/main.js").doesNotContain("<script>", "style=", "http://", "https://");
        assertThat(anonymous("/ops").header("Location")).contains("/ops/");
        assertThat(anonymous("/ops/console/main.js").header("Content-Type")).contains("text/javascript;charset=UTF-8");
        assertThat(anonymous("/ops/console/vendor/uPlot.esm.js").body()).contains("uPlot");
        for (String path : List.of("/ops/console/", "/ops/console/nothing.js", "/ops/console/..%2findex.html")) {
            assertThat(anonymous(path).status()).as(path).isIn(400, 404);
        }
    }

    @Test
    void sends_a_file_again_only_when_it_has_changed() {
        String etag = anonymous("/ops/console/main.js").header("ETag").orElseThrow();
        HttpRequest.Builder again =
                HttpRequest.newBuilder(uri("/ops/console/main.js")).header("If-None-Match", etag);

        assertThat(Client.send(again).status()).isEqualTo(304);
    }

    @Test
    void tells_the_browser_to_load_nothing_else_even_with_a_refusal() {
        for (Answer answer : List.of(
                anonymous("/ops/"), anonymous("/ops/pipe"), operator.get("/ops/pipe"), operator.get("/ops/nothing"))) {
            assertThat(answer.header("Content-Security-Policy").orElse("")).startsWith("default-src 'self'");
            assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.header("X-Frame-Options")).contains("DENY");
            assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
        }
    }

    @Test
    void shows_all_services_and_that_some_are_away() {
        JsonNode pipe = operator.get("/ops/pipe").json();

        assertThat(pipe.path("services").findValuesAsString("service"))
                .containsExactly("api", "loan-engine", "notifications", "payment-flow");
        assertThat(part(pipe, "api").path("problem").isNull()).isTrue();
        assertThat(part(pipe, "loan-engine").path("problem").asString()).contains("not available");
        assertThat(part(pipe, "loan-engine").path("replicas").size()).isZero();
        assertThat(part(pipe, "notifications").path("replicas").size()).isEqualTo(1);
        assertThat(part(pipe, "notifications").at("/replicas/0/stages").findValuesAsString("name"))
                .contains(Knob.STAGE);
    }

    @Test
    void says_so_when_the_service_that_keeps_the_payments_is_away() {
        assertThat(operator.get("/ops/settlements").status()).isEqualTo(503);
        assertThat(operator.get("/ops/settlements/upi/2026-10-20").status()).isEqualTo(503);
        assertThat(operator.get("/ops/settlements?limit=0").status()).isEqualTo(400);
        assertThat(Client.send(HttpRequest.newBuilder(uri("/ops/settlements/differences/1/resolution"))
                                .header("Authorization", "Bearer " + operator.token())
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"action\":\"RECHECK\",\"reason\":\"why not\"}")))
                        .status())
                .isEqualTo(503);
    }

    @Test
    void says_who_cannot_be_asked_whether_its_books_are_in_order() {
        JsonNode found = operator.get("/ops/invariants").json();

        assertThat(found.path("state").asString()).isEqualTo("UNKNOWN");
        assertThat(part(found, "payment-flow").path("problem").asString()).contains("not available");
        assertThat(found.path("services").findValuesAsString("service"))
                .as("who looks at nothing has nothing to tell")
                .doesNotContain("api", "notifications");
    }

    @Test
    void streams_a_picture_a_second_and_names_the_bottleneck() {
        KNOB.show(Stages.idle(Knob.STAGE, StageKind.POOL).using(64, 64).promising(480, 500));
        try (PictureStream stream = PictureStream.open(operator)) {
            JsonNode named = stream.await(
                    picture -> picture.at("/bottleneck/stage").asString("").equals(Knob.STAGE));

            assertThat(named.at("/bottleneck/service").asString()).isEqualTo("api");
            assertThat(named.at("/bottleneck/why").asString())
                    .isEqualTo("workbench of api: 64 of 64 in use, estimated wait 480 of 500 ms");
        } finally {
            KNOB.show(Stages.idle(Knob.STAGE, StageKind.POOL).using(2, 64));
        }
    }

    @Test
    void shows_a_service_that_hangs_as_away_and_waits_for_it_no_longer_than_a_moment() {
        try (PictureStream stream = PictureStream.open(operator)) {
            stream.await(
                    picture -> part(picture, "notifications").path("problem").isNull());
            road.stallToServer();
            JsonNode without = stream.await(
                    picture -> !part(picture, "notifications").path("problem").isNull());

            assertThat(part(without, "notifications").path("problem").asString())
                    .contains("in the time it had");
            assertThat(part(without, "api").path("replicas").size()).isEqualTo(2);
            road.flow();
            stream.await(
                    picture -> part(picture, "notifications").path("problem").isNull());
        } finally {
            road.flow();
        }
    }

    @Test
    void lets_go_of_its_viewers_when_it_stops() {
        ApiInstance leaving = ApiInstance.start(Map.of());
        try (PictureStream stream = PictureStream.open(leaving.operator(Role.OPS))) {
            stream.await(picture -> true);
            long before = System.nanoTime();
            leaving.close();

            // An open stream would hold the stop for the 20 seconds that requests are given to end.
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(15));
        } finally {
            leaving.close();
        }
    }

    @Test
    void takes_no_more_viewers_than_it_was_told_to() {
        try (PictureStream first = PictureStream.open(operator);
                PictureStream second = PictureStream.open(operator)) {
            first.await(picture -> true);
            second.await(picture -> true);
            Answer third = operator.get("/ops/pipe/stream");

            assertThat(third.status()).isEqualTo(503);
            assertThat(third.text("reason")).isEqualTo("ops.too-many-viewers");
            assertThat(third.header("Retry-After")).isPresent();
        }
        await().atMost(PATIENCE).untilAsserted(() -> {
            try (PictureStream again = PictureStream.open(operator)) {
                again.await(picture -> true);
            }
        });
    }

    @Test
    void changes_a_limit_of_all_replicas_and_says_so() {
        Answer changed = put(operator, LIMIT, order(80, version(LIMIT)));

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().path("applied").asInt()).isEqualTo(2);
        assertThat(changed.json().path("replicas").asInt()).isEqualTo(2);
        assertThat(changed.json().at("/limit/value").asLong()).isEqualTo(80);
        assertThat(Knob.value(api)).isEqualTo(80);
        assertThat(Knob.value(replica)).isEqualTo(80);
        JsonNode newest = changesOf("api").get(0);
        assertThat(newest.path("to").asLong()).isEqualTo(80);
        assertThat(newest.path("reason").asString()).isEqualTo("a test");
        assertThat(newest.path("changedBy").asString())
                .isEqualTo(operator.user().toString());
    }

    @Test
    void changes_a_limit_of_another_service_through_its_own_control_plane() {
        Answer changed = put(operator, THERE, order(33, version(THERE)));

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(Knob.value(other)).isEqualTo(33);
        assertThat(Knob.value(api)).isNotEqualTo(33);
        assertThat(operator.get(THERE).json().path("changedBy").asString())
                .isEqualTo(operator.user().toString());
        assertThat(changesOf("notifications").get(0).path("to").asLong()).isEqualTo(33);
    }

    @Test
    void lets_an_operator_set_back_what_shut_out_every_user() {
        String rate = "/ops/limits/api/user.rate";
        String burst = "/ops/limits/api/user.burst";
        long usualRate = operator.get(rate).json().path("value").asLong();
        long usualBurst = operator.get(burst).json().path("value").asLong();
        setNow(rate, 1);
        setNow(burst, 1);
        try {
            for (int i = 0; i < 5; i++) {
                assertThat(operator.get(rate).status()).isEqualTo(200);
            }
        } finally {
            setNow(burst, usualBurst);
            setNow(rate, usualRate);
        }
        assertThat(operator.get(rate).json().path("value").asLong()).isEqualTo(usualRate);
    }

    private static void setNow(String limit, long value) {
        long version = operator.get(limit).json().path("version").asLong();
        assertThat(put(operator, limit, order(value, version)).status()).isEqualTo(200);
    }

    @Test
    void refuses_a_change_of_what_has_changed_meanwhile_with_what_it_is_now() {
        for (String limit : List.of(LIMIT, THERE)) {
            long version = version(limit);
            put(operator, limit, order(70 + version, version));
            Answer late = put(operator, limit, order(12, version));

            assertThat(late.status()).as(limit).isEqualTo(409);
            assertThat(late.code()).isEqualTo("stale-version");
            assertThat(late.json().path("value").asLong()).isEqualTo(70 + version);
            assertThat(late.json().path("version").asLong()).isEqualTo(version + 1);
        }
    }

    @Test
    void refuses_a_value_outside_of_the_bounds_naming_them() {
        for (String limit : List.of(LIMIT, THERE)) {
            Answer refused = put(operator, limit, order(1001, version(limit)));

            assertThat(refused.status()).as(limit).isEqualTo(422);
            assertThat(refused.json().path("min").asLong()).isEqualTo(1);
            assertThat(refused.json().path("max").asLong()).isEqualTo(1000);
        }
    }

    @Test
    void explains_bad_input() {
        long version = version(LIMIT);
        Map<String, String> bodies = Map.of(
                "",
                "malformed-json",
                "{",
                "malformed-json",
                "[]",
                "malformed-json",
                "{\"value\":5,\"version\":%d}".formatted(version),
                "invalid-field",
                "{\"value\":5,\"version\":%d,\"reason\":\" \"}".formatted(version),
                "invalid-field",
                "{\"value\":5,\"reason\":\"r\"}",
                "invalid-field",
                "{\"value\":1.5,\"version\":%d,\"reason\":\"r\"}".formatted(version),
                "malformed-json",
                "{\"value\":5,\"value\":6,\"version\":%d,\"reason\":\"r\"}".formatted(version),
                "malformed-json",
                "{\"value\":5,\"version\":%d,\"reason\":\"r\",\"force\":true}".formatted(version),
                "malformed-json",
                "{\"value\":5,\"version\":%d,\"reason\":\"r\",\"ttlSeconds\":0}".formatted(version),
                "invalid-field");

        bodies.forEach((body, code) -> {
            Answer answer = put(operator, LIMIT, body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.code()).as(body).isEqualTo(code);
        });
        assertThat(version(LIMIT)).isEqualTo(version);
    }

    @Test
    void knows_nothing_of_what_is_not_there() {
        for (String path : List.of(
                "/ops/limits/nobody/" + Knob.LIMIT,
                "/ops/limits/api/no.such.limit",
                "/ops/limits/notifications/no.such.limit",
                "/ops/decisions/nobody/intake",
                "/ops/decisions/api/no-such-gate",
                "/ops/decisions/notifications/no-such-gate")) {
            assertThat(operator.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(put(operator, "/ops/limits/api/no.such.limit", order(1, 0)).status())
                .isEqualTo(404);
        assertThat(operator.get("/ops/limits/loan-engine/" + Knob.LIMIT).status())
                .isEqualTo(503);
        for (String query : List.of("0", "501", "x", "-1")) {
            assertThat(operator.get("/ops/limits/changes?limit=" + query).status())
                    .as(query)
                    .isEqualTo(400);
        }
    }

    @Test
    void lists_the_limits_of_all_services() {
        JsonNode limits = operator.get("/ops/limits").json();

        assertThat(part(limits, "api").path("limits").findValuesAsString("name"))
                .contains(Knob.LIMIT);
        assertThat(part(limits, "notifications").path("limits").findValuesAsString("name"))
                .contains(Knob.LIMIT);
        assertThat(part(limits, "payment-flow").path("problem").asString()).isNotEmpty();
        assertThat(operator.get("/ops/limits/changes")
                        .json()
                        .path("unread")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactlyInAnyOrder("loan-engine", "payment-flow");
    }

    private static List<JsonNode> changesOf(String service) {
        return operator.get("/ops/limits/changes")
                .json()
                .path("changes")
                .valueStream()
                .filter(change -> change.path("service").asString().equals(service))
                .toList();
    }

    private static JsonNode part(JsonNode whole, String service) {
        return whole.path("services")
                .valueStream()
                .filter(part -> part.path("service").asString().equals(service))
                .findFirst()
                .orElseThrow();
    }

    private static long version(String limit) {
        return operator.get(limit).json().path("version").asLong();
    }

    private static String order(long value, long version) {
        return "{\"value\":%d,\"version\":%d,\"reason\":\"a test\"}".formatted(value, version);
    }

    private static Answer put(Client client, String path, String body) {
        return Client.send(
                client.request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    private static Answer anonymous(String path) {
        return Client.send(HttpRequest.newBuilder(uri(path)).timeout(PATIENCE));
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + api.opsPort() + path);
    }
}
