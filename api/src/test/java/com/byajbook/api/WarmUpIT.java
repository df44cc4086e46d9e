package com.byajbook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.api.security.Role;
import com.byajbook.api.testing.ApiInstance;
import com.byajbook.api.testing.Client;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A replica that rehearses before it is ready; the owners are not there, as they may not be when a whole platform starts. */
final class WarmUpIT {

    private static final String READINESS = "/actuator/health/readiness";

    @Test
    void rehearses_before_it_is_ready_and_leaves_nothing_behind() {
        try (ApiInstance api =
                ApiInstance.start(Map.of("byajbook.warm-up.longest", "15s", "byajbook.warm-up.round-size", "70"))) {

            awaitReady(api);

            assertThat(answered(api))
                    .as("requests that controllers answered before the replica was ready")
                    .isGreaterThanOrEqualTo(10);
            for (String table : new String[] {"intake", "users", "outbox"}) {
                assertThat(api.count("select count(*) from " + table)).as(table).isZero();
            }
            assertThat(api.borrower().apply("after").status()).isEqualTo(202);
        }
    }

    @Test
    void is_out_of_service_while_it_rehearses_and_ready_when_its_time_is_over() {
        try (ApiInstance api =
                ApiInstance.start(Map.of("byajbook.warm-up.longest", "3s", "byajbook.warm-up.round-size", "10000"))) {

            assertThat(operator(api).get(READINESS).status()).isEqualTo(503);
            awaitReady(api);

            assertThat(api.borrower().apply("after").status()).isEqualTo(202);
        }
    }

    private static void awaitReady(ApiInstance api) {
        Client operator = operator(api);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> operator.get(READINESS).status() == 200);
    }

    private static Client operator(ApiInstance api) {
        return api.operator(Role.OPS);
    }

    private static long answered(ApiInstance api) {
        return api.bean(MeterRegistry.class).find("http.server.requests").timers().stream()
                .filter(timer -> String.valueOf(timer.getId().getTag("uri")).startsWith("/v1/"))
                .mapToLong(Timer::count)
                .sum();
    }
}
