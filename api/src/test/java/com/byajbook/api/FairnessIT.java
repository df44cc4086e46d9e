package com.byajbook.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.api.testing.Answer;
import com.byajbook.api.testing.ApiInstance;
import com.byajbook.api.testing.Client;
import com.byajbook.localstack.fault.TcpProxy;
import com.byajbook.localstack.testing.TestServers;
import com.byajbook.platform.limits.LiveLimits;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One user's share, whatever the others do. */
class FairnessIT {

    private static final int BURST = 20;
    private static final Map<String, String> SHARE = Map.of(
            "byajbook.users.rate", "1",
            "byajbook.users.burst", Integer.toString(BURST),
            "byajbook.users.in-flight", "5",
            "byajbook.users.shared-timeout", "2s");

    @Test
    void two_replicas_give_a_greedy_user_one_share_and_everybody_else_theirs() {
        try (ApiInstance one = ApiInstance.start(SHARE);
                ApiInstance two = ApiInstance.start(SHARE)) {
            Client greedy = one.borrower();
            Client greedyThere = two.client(greedy);
            int served = 0;
            long began = System.nanoTime();
            for (int i = 0; i < 2 * BURST; i++) {
                served += isServed(greedy) ? 1 : 0;
                served += isServed(greedyThere) ? 1 : 0;
            }
            double seconds = (System.nanoTime() - began) / 1e9;

            // A replica tells of what it gave only after half of a burst, so as much is not yet known at the other.
            assertThat(served).isBetween(BURST, (int) (BURST + BURST / 2.0 + seconds + 2));
            for (ApiInstance replica : new ApiInstance[] {one, two}) {
                Answer modest = replica.borrower().get("/v1/me");
                assertThat(modest.status()).isEqualTo(404);
            }
        }
    }

    @Test
    void who_took_too_much_is_told_how_long_to_wait_and_costs_no_signature() {
        try (ApiInstance api = ApiInstance.start(SHARE)) {
            Client greedy = api.borrower();
            Answer refused = greedy.get("/v1/me");
            for (int i = 0; i < 2 * BURST && refused.status() != 429; i++) {
                refused = greedy.get("/v1/me");
            }

            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.code()).isEqualTo("rate-limited");
            assertThat(refused.text("reason")).isEqualTo("user.rate");
            assertThat(refused.text("limit")).isEqualTo("user.rate");
            assertThat(refused.text("class")).isEqualTo("normal");
            assertThat(refused.json().path("limitValue").asInt()).isEqualTo(1);
            assertThat(refused.header("Retry-After")).isPresent();
            assertThat(Long.parseLong(refused.header("Retry-After-Ms").orElseThrow()))
                    .isBetween(1L, 2L * BURST * 1000);
        }
    }

    @Test
    void without_redis_each_replica_goes_by_what_it_knows() {
        URI redis = URI.create(TestServers.get().redisUrl());
        Map<String, String> settings = new HashMap<>(SHARE);
        try (TcpProxy proxy = TcpProxy.to(redis.getHost(), redis.getPort())) {
            settings.put("spring.data.redis.url", "redis://127.0.0.1:" + proxy.port());
            try (ApiInstance api = ApiInstance.start(settings)) {
                proxy.cut();
                Client greedy = api.borrower();
                int served = 0;
                long began = System.nanoTime();
                for (int i = 0; i < 3 * BURST; i++) {
                    served += isServed(greedy) ? 1 : 0;
                }
                double seconds = (System.nanoTime() - began) / 1e9;

                assertThat(served).isBetween(BURST, (int) (BURST + seconds + 2));
                assertThat(api.borrower().get("/v1/me").status()).isEqualTo(404);
            }
        }
    }

    @Test
    void a_limit_that_is_changed_counts_from_then_on() {
        Map<String, String> settings = new HashMap<>(SHARE);
        settings.put("byajbook.users.rate", "1000");
        settings.put("byajbook.users.burst", "100000");
        try (ApiInstance api = ApiInstance.start(settings)) {
            Client user = api.borrower();
            assertThat(user.get("/v1/me").status()).isEqualTo(404);
            api.bean(LiveLimits.class).find("user.burst").orElseThrow().set(1);
            api.bean(LiveLimits.class).find("user.rate").orElseThrow().set(1);

            long served = Stream.generate(() -> isServed(user))
                    .limit(4)
                    .filter(Boolean::booleanValue)
                    .count();
            assertThat(served).isLessThan(4);
        }
    }

    /** Nobody knows this person, which takes reading the request to the end to find out. */
    private static boolean isServed(Client client) {
        int status = client.get("/v1/me").status();
        assertThat(status).isIn(404, 429);
        return status == 404;
    }
}
