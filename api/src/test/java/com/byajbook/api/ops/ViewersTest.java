package com.byajbook.api.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.api.security.Caller;
import com.byajbook.api.security.Role;
import com.byajbook.platform.problem.Failure;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;
import tools.jackson.databind.json.JsonMapper;

class ViewersTest {

    private static final Instant NOW = Instant.parse("2026-11-01T18:00:00Z");
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private Viewers viewers = viewers();

    @BeforeEach
    void stop_the_clock() {
        time = VirtualTimeScheduler.getOrSet();
        viewers = viewers();
        viewers.start();
    }

    @AfterEach
    void let_it_run() {
        VirtualTimeScheduler.reset();
    }

    @Test
    void shows_pictures_as_events() {
        StepVerifier.create(viewers.view(caller(Duration.ofHours(1))).map(ServerSentEvent::event))
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(1)))
                .expectNext("pipe", "pipe")
                .thenCancel()
                .verify();
    }

    @Test
    void end_with_the_token_of_who_views() {
        StepVerifier.create(viewers.view(caller(Duration.ofSeconds(3))))
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(4)))
                .expectNextCount(3)
                .thenConsumeWhile(picture -> true)
                .verifyComplete();
        assertThat(open()).isZero();
    }

    @Test
    void end_after_the_longest_view_and_at_once_for_a_token_that_has_ended() {
        StepVerifier.create(viewers.view(caller(Duration.ofHours(1))).then())
                .then(() -> time.advanceTimeBy(LONGEST))
                .verifyComplete();
        StepVerifier.create(viewers.view(caller(Duration.ofSeconds(-1))).then())
                .then(() -> time.advanceTimeBy(Duration.ofMillis(1)))
                .verifyComplete();
    }

    @Test
    void end_when_the_service_stops() {
        StepVerifier.create(viewers.view(caller(Duration.ofHours(1))).then())
                .then(viewers::stop)
                .verifyComplete();
        assertThat(open()).isZero();
    }

    @Test
    void are_bounded_and_make_room_when_they_leave() {
        var first = viewers.view(caller(Duration.ofHours(1))).subscribe();
        StepVerifier.create(viewers.view(caller(Duration.ofHours(1))))
                .verifyErrorSatisfies(refusal -> assertThat(refusal).isInstanceOf(Failure.Overloaded.class));
        first.dispose();

        StepVerifier.create(viewers.view(caller(Duration.ofHours(1))).next())
                .expectNextCount(1)
                .verifyComplete();
        assertThat(open()).isZero();
    }

    private double open() {
        return meters.get("byajbook.ops.viewers").gauge().value();
    }

    private Viewers viewers() {
        OpsProperties bounds = new OpsProperties(
                Map.of(),
                8,
                Duration.ofSeconds(1),
                Duration.ofMillis(900),
                Duration.ofSeconds(4),
                Duration.ofSeconds(3),
                1,
                LONGEST);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        ControlledServices services = new ControlledServices(List.of(new ScriptedService("api", Mono.just(List.of()))));
        PictureJson json = new PictureJson(JsonMapper.builder().build());
        meters.clear();
        return new Viewers(new PipeWatch(services, bounds, json, clock), bounds, clock, meters);
    }

    private static Caller caller(Duration left) {
        return new Caller(UUID.randomUUID(), Role.OPS, true, NOW.plus(left));
    }
}
