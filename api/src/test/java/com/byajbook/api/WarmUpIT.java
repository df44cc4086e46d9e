package com.byajbook.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.api.testing.ApiInstance;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationListener;

/** A replica that rehearses before it is ready; the owners are not there, as they may not be when a whole platform starts. */
final class WarmUpIT {

    @Test
    void rehearses_before_it_is_ready_and_leaves_nothing_behind() {
        FirstReady ready = new FirstReady();
        try (ApiInstance api = ApiInstance.start(
                Map.of("byajbook.warm-up.longest", "15s", "byajbook.warm-up.round-size", "70"),
                context -> context.registerBean(FirstReady.class, () -> ready))) {

            assertThat(ready.requestsBefore.get())
                    .as("requests answered by controllers before the replica was ready")
                    .isGreaterThanOrEqualTo(10);
            for (String table : new String[] {"intake", "users", "outbox"}) {
                assertThat(api.count("select count(*) from " + table)).as(table).isZero();
            }
            assertThat(api.borrower().apply("after").status()).isEqualTo(202);
        }
    }

    @Test
    void is_ready_in_time_although_it_still_gets_faster() {
        FirstReady ready = new FirstReady();
        try (ApiInstance api = ApiInstance.start(
                Map.of("byajbook.warm-up.longest", "300ms", "byajbook.warm-up.round-size", "10000"),
                context -> context.registerBean(FirstReady.class, () -> ready))) {

            assertThat(ready.requestsBefore.get()).isLessThan(10_000);
            assertThat(api.borrower().apply("after").status()).isEqualTo(202);
        }
    }

    /** Counts what had been answered when the replica said for the first time that it is ready. */
    private static final class FirstReady implements ApplicationListener<AvailabilityChangeEvent<ReadinessState>> {
        private final AtomicLong requestsBefore = new AtomicLong(-1);

        @Override
        public void onApplicationEvent(AvailabilityChangeEvent<ReadinessState> event) {
            if (event.getState() == ReadinessState.ACCEPTING_TRAFFIC
                    && event.getSource() instanceof org.springframework.context.ApplicationContext context) {
                Collection<Timer> answered = context.getBean(MeterRegistry.class)
                        .find("http.server.requests")
                        .timers();
                requestsBefore.compareAndSet(
                        -1, answered.stream().mapToLong(Timer::count).sum());
            }
        }
    }
}
