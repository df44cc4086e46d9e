package com.byajbook.platform.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.platform.limits.LiveLimits;
import com.byajbook.platform.pipe.Stage;
import com.byajbook.platform.pipe.StageSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class PulseTest {

    private final LiveLimits limits = Limits.defined();
    private final ScriptedStore store = new ScriptedStore();
    private final AtomicLong nanos = new AtomicLong();
    private final AppliedLimits applied = new AppliedLimits(limits, nanos::get);

    @Test
    void tells_what_is_applied_and_how_full_each_stage_is() {
        StepVerifier.create(pulse(() -> Stages.named("intake"), () -> Stages.named("relay"))
                        .beat())
                .verifyComplete();

        assertThat(store.heartbeats())
                .singleElement()
                .satisfies(heartbeat ->
                        assertThat(heartbeat.stages()).extracting(Stage::name).containsExactly("intake", "relay"));
    }

    @Test
    void a_stage_that_fails_takes_no_other_with_it() {
        StageSource broken = () -> {
            throw new IllegalStateException("not started yet");
        };

        StepVerifier.create(pulse(broken, () -> Stages.named("relay")).beat()).verifyComplete();

        assertThat(store.heartbeats())
                .singleElement()
                .satisfies(heartbeat ->
                        assertThat(heartbeat.stages()).extracting(Stage::name).containsExactly("relay"));
    }

    @Test
    void stages_survive_the_way_through_the_database_also_from_another_release() {
        StagesJson json = new StagesJson();

        assertThat(json.read(json.write(List.of(Stages.named("intake"))))).containsExactly(Stages.named("intake"));
        assertThat(json.read("[{\"name\":\"intake\",\"kind\":\"INTAKE\",\"colour\":\"red\"}]"))
                .singleElement()
                .returns("intake", Stage::name);
        assertThat(json.read("[{\"name\":\"intake\",\"kind\":\"A_KIND_OF_TOMORROW\"}]"))
                .isEmpty();
    }

    private Pulse pulse(StageSource... sources) {
        ReplicaIdentity replica = new ReplicaIdentity("api-1", "api", Limits.NOW);
        FollowLimits following =
                new FollowLimits(limits, store, store, applied, replica, new ControlMeter(new SimpleMeterRegistry()));
        return new Pulse(applied, following, store, replica, List.of(sources));
    }
}
