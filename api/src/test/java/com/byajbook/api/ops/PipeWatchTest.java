package com.byajbook.api.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.api.ops.Picture.Part;
import com.byajbook.platform.control.ReplicaView;
import com.byajbook.platform.pipe.StageKind;
import com.byajbook.platform.problem.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PipeWatchTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final OpsProperties BOUNDS = new OpsProperties(
            Map.of(),
            8,
            Duration.ofSeconds(1),
            Duration.ofMillis(700),
            Duration.ofSeconds(4),
            Duration.ofSeconds(3),
            50,
            Duration.ofHours(1));

    private final ScriptedService api = new ScriptedService("api", Mono.just(List.of(replica("api-1", 0))));
    private final ScriptedService engine =
            new ScriptedService("loan-engine", Mono.just(List.of(replica("loan-engine-1", 0))));
    private final Queue<PipeWatch.Drawn> seen = new ConcurrentLinkedQueue<>();
    private VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private PipeWatch watch = new PipeWatch(
            new ControlledServices(List.of(api, engine)), BOUNDS, new PictureJson(JSON), Clock.systemUTC());

    @BeforeEach
    void stop_the_clock() {
        time = VirtualTimeScheduler.getOrSet();
        watch = new PipeWatch(
                new ControlledServices(List.of(api, engine)), BOUNDS, new PictureJson(JSON), Clock.systemUTC());
    }

    @AfterEach
    void let_it_run() {
        VirtualTimeScheduler.reset();
    }

    @Test
    void asks_once_a_second_however_many_watch() {
        List<Disposable> viewers = List.of(view(), view(), view());
        time.advanceTimeBy(Duration.ofSeconds(5));

        assertThat(api.asked).hasValue(6);
        assertThat(engine.asked).hasValue(6);
        assertThat(seen).hasSize(3 * 6);
        viewers.forEach(Disposable::dispose);
    }

    @Test
    void asks_nobody_when_nobody_watches() {
        time.advanceTimeBy(Duration.ofSeconds(10));
        assertThat(api.asked).hasValue(0);

        view().dispose();
        time.advanceTimeBy(Duration.ofSeconds(60));
        assertThat(api.asked.get()).isBetween(1, 5);
    }

    @Test
    void shows_who_comes_later_the_newest_picture_at_once() {
        Disposable first = view();
        time.advanceTimeBy(Duration.ofMillis(2500));
        seen.clear();
        Disposable second = view();

        assertThat(seen).hasSize(1);
        first.dispose();
        second.dispose();
    }

    @Test
    void shows_an_unreachable_service_as_such_beside_the_others() {
        engine.answer(Mono.error(() -> Failure.unavailable("loan-engine", null)));
        Disposable viewer = view();

        assertThat(newest().services()).extracting(Part::service).containsExactly("api", "loan-engine");
        assertThat(newest().services().get(0).problem()).isNull();
        assertThat(newest().services().get(0).replicas()).hasSize(1);
        assertThat(newest().services().get(1).replicas()).isEmpty();
        assertThat(newest().services().get(1).problem()).contains("loan-engine is not available");
        viewer.dispose();
    }

    @Test
    void shows_who_is_late_as_it_was_ageing_and_after_three_seconds_as_unreachable() {
        Disposable viewer = view();
        engine.answer(Mono.error(() -> Failure.deadlinePassed("What was asked of loan-engine")));
        time.advanceTimeBy(Duration.ofSeconds(2));

        Part late = newest().services().get(1);
        assertThat(late.problem()).isNull();
        assertThat(late.replicas()).hasSize(1);
        assertThat(late.replicas().get(0).silentMs()).isEqualTo(2000);
        time.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(newest().services().get(1).problem()).contains("in the time it had");
        assertThat(newest().services().get(1).replicas()).isEmpty();
        viewer.dispose();
    }

    @Test
    void survives_an_answer_that_nobody_understands_and_tells_no_secrets_of_it() {
        engine.answer(Mono.error(() -> new IllegalStateException("jdbc:secret")));
        Disposable viewer = view();
        engine.answer(Mono.just(List.of(replica("loan-engine-1", 1))));
        assertThat(newest().services().get(1).problem()).isNotNull().doesNotContain("secret");
        time.advanceTimeBy(Duration.ofSeconds(1));

        assertThat(newest().services().get(1).problem()).isNull();
        viewer.dispose();
    }

    @Test
    void skips_a_second_rather_than_to_ask_again_while_it_waits() {
        api.answer(Mono.delay(Duration.ofMillis(2500)).thenReturn(List.of(replica("api-1", 0))));
        Disposable viewer = view();
        time.advanceTimeBy(Duration.ofMillis(2400));

        assertThat(api.asked).hasValue(1);
        assertThat(seen).isEmpty();
        time.advanceTimeBy(Duration.ofMillis(700));
        assertThat(seen).hasSize(1);
        viewer.dispose();
    }

    @Test
    void says_for_how_long_a_replica_is_silent_whatever_its_clock_says() {
        Disposable viewer = view();
        time.advanceTimeBy(Duration.ofSeconds(2));
        assertThat(silentMs()).isEqualTo(2000);

        api.answer(Mono.just(List.of(replica("api-1", -3600))));
        time.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(silentMs()).isZero();
        viewer.dispose();
    }

    @Test
    void stops_asking_in_the_middle_when_the_last_viewer_leaves() {
        api.answer(Mono.never());
        view().dispose();
        time.advanceTimeBy(Duration.ofSeconds(10));

        assertThat(api.cancelled).hasValue(1);
        assertThat(api.asked).hasValue(1);
    }

    @Test
    void writes_the_contract_with_the_pressure_of_each_stage() {
        Disposable viewer = view();
        JsonNode json = JSON.readTree(last().json());

        assertThat(json.propertyNames()).containsExactlyInAnyOrder("at", "services", "bottleneck");
        JsonNode replica = json.at("/services/0/replicas/0");
        assertThat(replica.propertyNames())
                .containsExactlyInAnyOrder("replica", "seenAt", "silentMs", "appliedVersion", "stages");
        assertThat(replica.at("/stages/0/pressure").asDouble()).isEqualTo(1.8);
        assertThat(json.at("/bottleneck/why").asString())
                .isEqualTo("pool.main of api: 8 of 10 in use, 100 of 100 queued, the oldest for 30 ms");
        viewer.dispose();
    }

    private Disposable view() {
        return watch.pictures().subscribe(seen::add);
    }

    private PipeWatch.Drawn last() {
        return seen.stream().reduce((earlier, later) -> later).orElseThrow();
    }

    private Picture newest() {
        return last().picture();
    }

    private long silentMs() {
        return newest().services().get(0).replicas().get(0).silentMs();
    }

    private static ReplicaView replica(String name, long heartbeat) {
        return new ReplicaView(
                name,
                Instant.EPOCH,
                Instant.ofEpochSecond(heartbeat),
                7,
                List.of(Stages.idle("pool.main", StageKind.POOL)
                        .using(8, 10)
                        .queueing(100, 100, 30)
                        .stage()));
    }
}
