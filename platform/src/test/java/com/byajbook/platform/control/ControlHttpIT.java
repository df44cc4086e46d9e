package com.byajbook.platform.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The internal surface of the control plane, as another service meets it. */
class ControlHttpIT {

    private final Replica replica = Replica.startWithHttp(Replica.freshDatabase());
    private final WebTestClient client = WebTestClient.bindToServer()
            .baseUrl("http://127.0.0.1:" + replica.port() + "/internal/control")
            .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer an-internal-token-for-tests")
            .build();

    @AfterEach
    void stop() {
        replica.close();
    }

    @Test
    void lists_the_limits_with_all_that_an_operator_needs() {
        client.get()
                .uri("/limits")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.service")
                .isEqualTo("shop")
                .jsonPath("$.limits[?(@.name == 'gate.intake.width' && @.version == 0)]")
                .isNotEmpty();
        client.get()
                .uri("/limits/" + Limits.WIDTH)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"name": "gate.intake.width", "unit": "COUNT", "value": 8, "initial": 8, "min": 1, "max": 64,
                         "version": 0, "words": "Batches at once.", "reason": null, "changedBy": null,
                         "changedAt": null, "expiresAt": null, "revertsTo": null}
                        """);
    }

    @Test
    void changes_a_limit_for_a_while_and_tells_who_followed() {
        put(Map.of("value", 12, "version", 0, "reason", "Diwali", "ttlSeconds", 600, "changedBy", "asha"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.applied")
                .isEqualTo(1)
                .jsonPath("$.replicas")
                .isEqualTo(1)
                .jsonPath("$.limit.value")
                .isEqualTo(12)
                .jsonPath("$.limit.version")
                .isEqualTo(1)
                .jsonPath("$.limit.revertsTo")
                .isEqualTo(8)
                .jsonPath("$.limit.expiresAt")
                .isNotEmpty();
        client.get()
                .uri("/changes?limit=10&name=gate.intake.width")
                .exchange()
                .expectBody()
                .jsonPath("$.service")
                .isEqualTo("shop")
                .jsonPath("$.changes.length()")
                .isEqualTo(1)
                .jsonPath("$.changes[0].kind")
                .isEqualTo("CHANGED");
    }

    @Test
    void a_stale_version_is_409_with_the_present_one() {
        put(Map.of("value", 12, "version", 0, "reason", "Diwali", "changedBy", "asha"))
                .expectStatus()
                .isOk()
                .expectBody();
        put(Map.of("value", 16, "version", 0, "reason", "Diwali", "changedBy", "ravi"))
                .expectStatus()
                .isEqualTo(409)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("stale-version")
                .jsonPath("$.version")
                .isEqualTo(1)
                .jsonPath("$.value")
                .isEqualTo(12);
    }

    @Test
    void a_value_out_of_bounds_is_422_with_the_bounds() {
        put(Map.of("value", 65, "version", 0, "reason", "Diwali", "changedBy", "asha"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("limit-out-of-bounds")
                .jsonPath("$.min")
                .isEqualTo(1)
                .jsonPath("$.max")
                .isEqualTo(64)
                .jsonPath("$.detail")
                .isEqualTo("Nothing was changed: gate.intake.width must lie between 1 and 64 items, not 65.");
    }

    @Test
    void an_unknown_limit_is_404_and_a_missing_reason_400() {
        client.get()
                .uri("/limits/gate.gone.width")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody();
        client.put()
                .uri("/limits/gate.gone.width")
                .bodyValue(Map.of("value", 12, "version", 0, "reason", "Diwali", "changedBy", "asha"))
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody();
        put(Map.of("value", 12, "version", 0, "changedBy", "asha"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("reason is missing.");
        client.get()
                .uri("/changes?limit=501")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody();
    }

    @Test
    void hands_out_the_decisions_of_a_gate() {
        byte[] log = client.get()
                .uri("/decisions/" + OneGate.NAME)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"shop-intake.decisions\"")
                .expectBody()
                .returnResult()
                .getResponseBody();

        assertThat(log).isEqualTo(OneGate.LOG);
        client.get()
                .uri("/decisions/gone")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody();
    }

    @Test
    void shows_replicas_with_their_stages() {
        client.get()
                .uri("/replicas")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.replicas.length()")
                .isEqualTo(1)
                .jsonPath("$.replicas[0].stages[?(@.name == 'intake' && @.width == 2)]")
                .isNotEmpty();
    }

    @Test
    void is_closed_without_the_internal_token() {
        client.mutate()
                .defaultHeaders(headers -> headers.remove(HttpHeaders.AUTHORIZATION))
                .build()
                .get()
                .uri("/limits")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody();
    }

    private WebTestClient.ResponseSpec put(Map<String, Object> order) {
        return client.put().uri("/limits/" + Limits.WIDTH).bodyValue(order).exchange();
    }
}
